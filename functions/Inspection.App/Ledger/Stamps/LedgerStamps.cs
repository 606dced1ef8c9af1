using Inspection.Drawing;

namespace Inspection.App.Ledger.Stamps;

/// <summary>Finds what somebody outside can say about an entry's time.</summary>
public sealed class LedgerStamps
{
    /// <summary>A stamp that comes so many entries later says little of the time of the first, and costs much to show.</summary>
    private const int MaxChain = 5_000;

    private readonly LedgerStore entries;
    private readonly StampStore stamps;
    private readonly StampTrust trust;

    public LedgerStamps(LedgerStore entries, StampStore stamps, StampTrust trust) =>
        (this.entries, this.stamps, this.trust) = (entries, stamps, trust);

    /// <summary>
    /// The first stamp of a head that covers the notice's entry, checked again: its token, and the chain from the entry to
    /// the head. Null where there is none yet.
    /// </summary>
    /// <exception cref="ArgumentException">The entry announces no document, or is not there.</exception>
    public async Task<CoveringStamp?> FindForAsync(long noticeEntryNumber, CancellationToken cancellation = default)
    {
        var notice = await entries.GetAsync(noticeEntryNumber, cancellation);
        if (notice?.DocumentHash is not { } noticeHash)
            throw new ArgumentException($"ledger entry {noticeEntryNumber} announces no document", nameof(noticeEntryNumber));
        await foreach (var stamp in stamps.FromAsync(noticeEntryNumber, cancellation))
        {
            // A row that was tampered with is passed over: the next stamp covers the entry too.
            if (StampToken.Check(stamp.Token, stamp.Head.Hash, trust, out _) is not { } token)
                continue;
            if (await ChainAsync(notice.Number, stamp.Head, cancellation) is not { } chain)
                continue;
            return new CoveringStamp(stamp, chain, new OutsideStamp(noticeHash, token.Time, token.By));
        }

        return null;
    }

    /// <summary>The entries from a number to a head; null where they do not lead there.</summary>
    private async Task<IReadOnlyList<LedgerEntry>?> ChainAsync(long from, LedgerHead head, CancellationToken cancellation)
    {
        var chain = new List<LedgerEntry>();
        if (head.Number - from >= MaxChain)
            return null;
        await foreach (var (number, document) in entries.ReadAsync(from, head.Number, cancellation))
        {
            if (number != from + chain.Count || !document.TryRead(out var entry, out _) || entry.Number != number)
                return null;
            chain.Add(entry);
        }

        return StampChain.ProblemIn(chain) is null && chain[^1].Head == head ? chain : null;
    }
}

/// <summary>A stamp and why it speaks for an entry.</summary>
/// <param name="Stamp">The stamp of a later head, or of the entry itself.</param>
/// <param name="Chain">The entries from the one that is covered to the stamped head: each one's hash is in the next.</param>
/// <param name="Outside">The same for the check <c>committed-before</c>.</param>
public sealed record CoveringStamp(LedgerStamp Stamp, IReadOnlyList<LedgerEntry> Chain, OutsideStamp Outside);
