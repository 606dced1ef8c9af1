using System.Globalization;
using Inspection.Drawing;

namespace Inspection.App.Ledger;

/// <summary>
/// Checks entries one after another, in their order. Invariant: everything up to <see cref="Last"/> is chained from the
/// entry where the check began, and agrees with every known head among it.
/// </summary>
/// <param name="before">The entry before the first one to check; null to begin at entry 1.</param>
/// <param name="known">Hashes that somebody kept, by number: a stamp, a receipt, a note on paper.</param>
internal sealed class LedgerChain(LedgerEntry? before, IReadOnlyDictionary<long, Digest> known)
{
    public LedgerEntry? Last { get; private set; } = before;

    private long NextNumber => (Last?.Number ?? 0) + 1;

    /// <summary>Checks what is stored under a number; null where it is the next entry, as it must be.</summary>
    public LedgerFault? Check(long number, LedgerDocument document)
    {
        if (number != NextNumber)
            return new LedgerFault(NextNumber, "entry", $"missing, {number} comes next", Text(NextNumber));
        if (document.Number != number)
            return new LedgerFault(number, "number", Text(document.Number), Text(number));
        if (!document.TryRead(out var entry, out var problem))
            return new LedgerFault(number, "form", problem, "an entry as it was written");
        var fault = Check(entry);
        if (fault is null)
            Last = entry;
        return fault;
    }

    /// <summary>Checks that the ledger, which ends here, has not been cut off before a known head.</summary>
    public LedgerFault? CheckEnd() => known.Keys.Where(number => number >= NextNumber).Order().Cast<long?>().FirstOrDefault() is { } number
        ? new LedgerFault(NextNumber, "entry", "missing, the ledger ends", $"entries up to {number}, {known[number]}")
        : null;

    private LedgerFault? Check(LedgerEntry entry)
    {
        var hash = entry.ComputeHash();
        if (entry.Hash != hash)
            return new LedgerFault(entry.Number, "hash", entry.Hash.ToString(), $"{hash}, by its content");
        if (entry.Previous != Last?.Hash)
            return new LedgerFault(entry.Number, "previous", Text(entry.Previous), Text(Last?.Hash));
        if (entry.Time < Last?.Time)
            return new LedgerFault(entry.Number, "time", $"{entry.Time:u}", $"no earlier than {Last.Time:u}");
        return known.TryGetValue(entry.Number, out var kept) && kept != hash
            ? new LedgerFault(entry.Number, "head", hash.ToString(), $"{kept}, which was kept")
            : null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Digest? hash) => hash?.ToString() ?? "empty";
}
