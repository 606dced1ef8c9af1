using Azure;

namespace Inspection.App.Ledger;

/// <summary>
/// Appends to the stored ledger, by any number of processes, without a lock:
/// <list type="number">
/// <item>read the noted head: every entry up to it has its key noted;</item>
/// <item>look the draft's key up, in this order, so that an entry is either noted or lies behind the head;</item>
/// <item>walk the entries behind the head, one of which may be the draft's own;</item>
/// <item>insert the draft under the next number; whoever finds that number taken goes back to 1;</item>
/// <item>note the key, then move the head.</item>
/// </list>
/// A process may be killed after each step: an entry is there whole or not at all, and the next append notes what was
/// left undone.
/// </summary>
internal sealed class ChainedLedger(LedgerStore store, TimeProvider time) : ILedger
{
    public async Task<LedgerEntry> AppendAsync(LedgerDraft draft, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        while (true)
        {
            var (noted, etag) = await store.GetHeadAsync(cancellation);
            var walk = await WalkAsync(noted, draft.Key, cancellation);
            if (walk.Found is { } found)
            {
                // Who died here before comes back this way: what was left unnoted must not grow from one crash to the next.
                await NoteAsync(walk.Unnoted, etag, cancellation);
                return found.Says(draft) ? found : throw new LedgerKeyTakenException(found, draft);
            }

            var entry = LedgerEntry.Next(walk.Last, draft, time.GetUtcNow());
            if (!await store.TryAddAsync(entry, cancellation))
                continue;
            await NoteAsync([.. walk.Unnoted, entry], etag, cancellation);
            return entry;
        }
    }

    public async Task<LedgerEntry?> FindAsync(string key, CancellationToken cancellation = default)
    {
        var (noted, _) = await store.GetHeadAsync(cancellation);
        return (await WalkAsync(noted, key, cancellation)).Found;
    }

    /// <summary>The last entry, or null while the ledger is empty.</summary>
    public async Task<LedgerEntry?> LastAsync(CancellationToken cancellation = default)
    {
        var (noted, etag) = await store.GetHeadAsync(cancellation);
        var walk = await WalkAsync(noted, key: null, cancellation);
        await NoteAsync(walk.Unnoted, etag, cancellation);
        return walk.Last;
    }

    private async Task<Walk> WalkAsync(NotedHead noted, string? key, CancellationToken cancellation)
    {
        var found = key is null ? null : await NotedAsync(key, cancellation);
        var last = noted.Number == 0 ? null : await AtAsync(noted, cancellation);
        var unnoted = new List<LedgerEntry>();
        await foreach (var (at, document) in store.ReadAsync(noted.Number + 1, cancellation: cancellation))
        {
            var next = LedgerStore.Read(at, document);
            if (next.Number != (last?.Number ?? 0) + 1 || next.Previous != last?.Hash)
                throw new LedgerDamagedException(at, "it does not follow the entry before");
            unnoted.Add(next);
            last = next;
            if (next.Key == key)
                found = next;
        }

        return new Walk(found, last, unnoted);
    }

    private async Task<LedgerEntry?> NotedAsync(string key, CancellationToken cancellation)
    {
        if (await store.FindKeyAsync(key, cancellation) is not { } number)
            return null;
        var entry = await store.GetAsync(number, cancellation);
        return entry?.Key == key
            ? entry
            : throw new LedgerDamagedException(number, $"'{key}' is noted there, and it is not there");
    }

    private async Task<LedgerEntry> AtAsync(NotedHead noted, CancellationToken cancellation)
    {
        var entry = await store.GetAsync(noted.Number, cancellation)
            ?? throw new LedgerDamagedException(noted.Number, "the head is noted there, and it is gone");
        return entry.Hash.ToString() == noted.Hash
            ? entry
            : throw new LedgerDamagedException(noted.Number, $"its hash is {entry.Hash}, and {noted.Hash} was noted");
    }

    private async Task NoteAsync(IReadOnlyList<LedgerEntry> entries, ETag head, CancellationToken cancellation)
    {
        foreach (var entry in entries)
            await store.NoteKeyAsync(entry, cancellation);
        if (entries.Count > 0)
            await store.MoveHeadAsync(entries[^1], head, cancellation);
    }

    /// <param name="Found">The entry with the key that was looked for.</param>
    /// <param name="Last">The last entry of the ledger.</param>
    /// <param name="Unnoted">The entries behind the noted head.</param>
    private sealed record Walk(LedgerEntry? Found, LedgerEntry? Last, IReadOnlyList<LedgerEntry> Unnoted);
}
