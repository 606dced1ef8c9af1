using Inspection.App.Ledger.Stamps;
using Inspection.Drawing;

namespace Inspection.App.Ledger;

/// <summary>
/// Recomputes the stored chain, a bounded part at each call, and compares it with the noted head and with every stamp.
/// What was verified is remembered while the process lives, so that asking again costs only what was appended since;
/// asking from 1 begins anew.
/// </summary>
public sealed class LedgerVerification(LedgerStore store, StampStore stamps)
{
    /// <summary>Entries that one call checks at most.</summary>
    public const int Step = 5_000;

    private readonly Lock gate = new();
    private LedgerHead? remembered;

    /// <summary>Checks from a number, or from where the last check ended, up to another or the ledger's end.</summary>
    public async Task<LedgerReport> VerifyAsync(long? from, long? to, CancellationToken cancellation)
    {
        var start = from ?? ((Remembered?.Number ?? 0) + 1);
        var last = Math.Min(to ?? long.MaxValue, start + Step - 1);
        var chain = await BeginAsync(start, last, cancellation);
        if (chain.Fault is { } before)
            return Refuse(start, before);
        await foreach (var (number, document) in store.ReadAsync(start, last, cancellation))
        {
            if (chain.Value.Check(number, document) is { } fault)
                return Refuse(start, fault);
        }

        var reached = chain.Value.Last?.Number ?? 0;
        if (reached < last && chain.Value.CheckEnd() is { } cutOff)
            return Refuse(start, cutOff);
        Remember(start, chain.Value.Last);
        return new LedgerReport(start, reached, chain.Value.Last?.Hash.ToString(), NextOf(reached, last, to), null);
    }

    private LedgerHead? Remembered
    {
        get
        {
            lock (gate)
                return remembered;
        }
    }

    private static long? NextOf(long reached, long last, long? to) => reached == last && reached != to ? reached + 1 : null;

    private async Task<(LedgerChain Value, LedgerFault? Fault)> BeginAsync(long start, long last, CancellationToken cancellation)
    {
        var known = await KnownAsync(start, last, cancellation);
        if (start == 1)
            return (new LedgerChain(null, known), null);
        // The entry before anchors the chain: its own hash must hold, and be the one that was remembered.
        var anchor = start - 1;
        if (Remembered is { } kept && kept.Number == anchor)
            known[anchor] = kept.Hash;
        await foreach (var (number, document) in store.ReadAsync(anchor, anchor, cancellation))
        {
            if (!document.TryRead(out var entry, out var problem))
                return (null!, new LedgerFault(number, "form", problem, "an entry as it was written"));
            if (entry.Hash != entry.ComputeHash() || (known.TryGetValue(anchor, out var hash) && hash != entry.Hash))
                return (null!, new LedgerFault(number, "hash", entry.Hash.ToString(), "the hash of its content, as it was verified"));
            return (new LedgerChain(entry, known), null);
        }

        return (null!, new LedgerFault(anchor, "entry", "missing", $"an entry before {start}"));
    }

    private async Task<Dictionary<long, Digest>> KnownAsync(long from, long to, CancellationToken cancellation)
    {
        var known = await stamps.HeadsAsync(from, to, cancellation);
        var (noted, _) = await store.GetHeadAsync(cancellation);
        if (noted.Number >= from && Digest.TryParse(noted.Hash, out var hash))
            // Where both speak of one entry, the stamp counts: it has been seen outside.
            known.TryAdd(noted.Number, hash);
        return known;
    }

    private LedgerReport Refuse(long start, LedgerFault fault)
    {
        lock (gate)
        {
            if (fault.Number <= remembered?.Number)
                remembered = null;
        }

        return new LedgerReport(start, fault.Number - 1, null, null, fault);
    }

    // Only what hangs together with the beginning is remembered.
    private void Remember(long start, LedgerEntry? reached)
    {
        lock (gate)
        {
            if (reached is not null && start <= (remembered?.Number ?? 0) + 1 && reached.Number > (remembered?.Number ?? 0))
                remembered = reached.Head;
        }
    }
}

/// <summary>What a check of the ledger found.</summary>
/// <param name="From">The first entry that was checked.</param>
/// <param name="To">The last entry that holds.</param>
/// <param name="Hash">That entry's hash, to keep: a later ledger must still have it. Null where a fault was found.</param>
/// <param name="Next">Where to go on; null at the end.</param>
/// <param name="Fault">The first entry that does not hold; null where all do.</param>
public sealed record LedgerReport(long From, long To, string? Hash, long? Next, LedgerFault? Fault);
