using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Results;

/// <summary>What waits for a reviewer.</summary>
internal enum WaitingKind
{
    /// <summary>A submitted result.</summary>
    Review,

    /// <summary>A published result with a problem that is pending.</summary>
    FollowUp,

    /// <summary>An objection that is not settled.</summary>
    Objection,
}

/// <summary>One thing that waits.</summary>
/// <param name="Since">Since when; with the rest it names the thing, so that a later wait of the same result is another one.</param>
/// <param name="DrawId">The draw.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Version">The version from which on the result, or the objection, waits.</param>
/// <param name="Receipt">The objection's receipt; empty otherwise.</param>
internal sealed record Waiting(DateTimeOffset Since, string DrawId, string Uscc, int Version, string Receipt = "")
{
    /// <summary>The wait of a result that is about to be submitted.</summary>
    public static Waiting Review(InspectionResult next) =>
        new(next.SubmittedAt!.Value, next.DrawId, next.Uscc, next.Version + 1);

    /// <summary>The wait of a result that is about to be approved.</summary>
    public static Waiting FollowUp(InspectionResult next) =>
        new(next.ReviewedAt!.Value, next.DrawId, next.Uscc, next.Version + 1);

    /// <summary>The wait of an objection that is about to be received.</summary>
    public static Waiting Objection(Objection next) =>
        new(next.ReceivedAt, next.DrawId, next.Uscc, next.Version + 1, next.Receipt);
}

/// <summary>Whether a row of the index still holds.</summary>
/// <param name="Item">What to show of it; null where nothing is to be shown now.</param>
/// <param name="IsOver">Whether it will never hold again, and so can go.</param>
internal readonly record struct WaitingJudgement<T>(T? Item, bool IsOver)
    where T : class
{
    public static WaitingJudgement<T> Over { get; } = new(null, IsOver: true);

    /// <summary>The thing is not there yet: about to be written, or its process died.</summary>
    public static WaitingJudgement<T> NotYet { get; } = new(null, IsOver: false);

    public static WaitingJudgement<T> Holds(T? item) => new(item, IsOver: false);
}

/// <summary>
/// Lists for reviewers: table <c>waiting</c>, a partition for each kind and department and one for those who belong to
/// none, the oldest first. Rows are written before the thing itself waits and removed after; readers hold each against the
/// thing, and remove what is over.
/// </summary>
internal sealed class WaitingIndex(ITableStore tables)
{
    private const string Table = "waiting";
    private const string Everybody = "";

    /// <summary>How many rows one request looks at.</summary>
    private const int MaxRead = 1000;

    public async Task AddAsync(WaitingKind kind, IEnumerable<string> departments, Waiting thing, CancellationToken cancellation)
    {
        foreach (var department in departments.Append(Everybody))
            await tables.UpsertAsync(Table, Row(kind, department, thing), cancellation);
    }

    public async Task RemoveAsync(WaitingKind kind, IEnumerable<string> departments, Waiting thing, CancellationToken cancellation)
    {
        foreach (var department in departments.Append(Everybody))
            await tables.DeleteAsync(Table, PartitionOf(kind, department), RowOf(thing), cancellation);
    }

    /// <summary>A page of what waits for a department, or for anybody where it is empty.</summary>
    public Task<Page<T>> ListAsync<T>(
        WaitingKind kind, string department, int limit, string? cursor, Func<Waiting, ValueTask<WaitingJudgement<T>>> judge, CancellationToken cancellation)
        where T : class
    {
        return tables.ScanAsync(
            Table, TableRange.Rows(PartitionOf(kind, department)), limit, cursor, MaxRead,
            async row =>
            {
                var judgement = await judge(Read(row));
                if (judgement.IsOver)
                    await tables.DeleteAsync(Table, row.PartitionKey, row.RowKey, cancellation);
                return judgement.Item;
            },
            cancellation);
    }

    // A department's name may be longer than a key.
    private static string PartitionOf(WaitingKind kind, string department) => department.Length == 0
        ? kind.ToString()
        : $"{kind} {Digest.Of(Encoding.UTF8.GetBytes(department))}";

    private static string RowOf(Waiting thing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{thing.Since.UtcTicks:d19} {TableKey.Escape(thing.DrawId)} {TableKey.Escape(thing.Uscc)} {thing.Receipt}").TrimEnd();

    private static TableEntity Row(WaitingKind kind, string department, Waiting thing) => new(PartitionOf(kind, department), RowOf(thing))
    {
        ["Department"] = department,
        [nameof(Waiting.Since)] = thing.Since,
        [nameof(Waiting.DrawId)] = thing.DrawId,
        [nameof(Waiting.Uscc)] = thing.Uscc,
        [nameof(Waiting.Version)] = thing.Version,
        [nameof(Waiting.Receipt)] = thing.Receipt,
    };

    private static Waiting Read(TableEntity row) => new(
        row.GetDateTimeOffset(nameof(Waiting.Since)) ?? default,
        row.GetString(nameof(Waiting.DrawId)),
        row.GetString(nameof(Waiting.Uscc)),
        row.GetInt32(nameof(Waiting.Version)) ?? 0,
        row.GetString(nameof(Waiting.Receipt)));
}
