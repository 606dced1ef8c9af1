using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Inspection.App.Storage;

/// <summary>
/// The right to do something alone, held by one process at a time until it gives it back or time runs out. A process
/// that dies loses it by its expiry, so the next one goes on without anybody's help.
/// </summary>
/// <remarks>
/// A lease keeps two from starting the same work; it cannot stop a process that was frozen past its expiry and wakes
/// up. Work under a lease therefore still writes on conditions, so that doing it twice ends the same. Expiry is judged by
/// each process's own clock: leases are to be much longer than clocks differ.
/// </remarks>
public sealed class Lease : IAsyncDisposable
{
    private const string Table = "leases";
    private const string Partition = "lease";

    private readonly ITableStore store;
    private readonly TimeProvider time;
    private readonly TimeSpan duration;
    private ETag etag;

    private Lease(ITableStore store, TimeProvider time, string name, TimeSpan duration, string holder, long term)
    {
        this.store = store;
        this.time = time;
        this.duration = duration;
        Name = name;
        Holder = holder;
        Term = term;
    }

    public string Name { get; }

    /// <summary>A name of this holding alone: the machine, its process and a random number.</summary>
    public string Holder { get; }

    /// <summary>Counts the holdings of this lease: it grows each time that the lease is taken.</summary>
    public long Term { get; }

    /// <summary>When it ends unless it is renewed.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Takes the lease, or gives null while somebody else holds it.</summary>
    public static async Task<Lease?> TryTakeAsync(
        ITableStore store, TimeProvider time, string name, TimeSpan duration, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        var found = await store.GetAsync(Table, Partition, TableKey.Escape(name), cancellation);
        if (found?.GetDateTimeOffset(nameof(ExpiresAt)) > time.GetUtcNow())
            return null;
        var term = (found?.GetInt64(nameof(Term)) ?? 0) + 1;
        var lease = new Lease(store, time, name, duration, NewHolder(), term);
        return await lease.WriteAsync(found?.ETag, duration, cancellation) ? lease : null;
    }

    /// <summary>Holds it for its duration from now; false where it was lost to somebody else.</summary>
    public Task<bool> RenewAsync(CancellationToken cancellation = default) => WriteAsync(etag, duration, cancellation);

    /// <summary>Gives it back, where it is still held. The row stays, so that the term goes on counting.</summary>
    public async ValueTask DisposeAsync() => await WriteAsync(etag, TimeSpan.Zero, CancellationToken.None);

    private static string NewHolder() =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():n}");

    // Null: nobody ever held it. Of several that take it at once, the store lets one write.
    private async Task<bool> WriteAsync(ETag? expected, TimeSpan length, CancellationToken cancellation)
    {
        var expires = time.GetUtcNow() + length;
        var row = new TableEntity(Partition, TableKey.Escape(Name))
        {
            [nameof(Holder)] = Holder,
            [nameof(Term)] = Term,
            [nameof(ExpiresAt)] = expires,
        };
        var result = expected is { } read
            ? await store.ReplaceAsync(Table, row, read, cancellation)
            : await store.InsertAsync(Table, row, cancellation);
        if (!result.Done)
            return false;
        (etag, ExpiresAt) = (result.ETag, expires);
        return true;
    }
}
