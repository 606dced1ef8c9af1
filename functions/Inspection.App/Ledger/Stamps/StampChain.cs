namespace Inspection.App.Ledger.Stamps;

/// <summary>Entries from one that a stamp speaks for to the one that was stamped.</summary>
internal static class StampChain
{
    /// <summary>Why these entries do not follow one another; null where each has its hash and holds that of the one before.</summary>
    public static string? ProblemIn(IReadOnlyList<LedgerEntry> entries)
    {
        if (entries.Count == 0)
            return "it holds no entry of the ledger";
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Hash != entry.ComputeHash())
                return $"ledger entry {entry.Number} does not have the hash that it states";
            if (i > 0 && (entry.Number != entries[i - 1].Number + 1 || entry.Previous != entries[i - 1].Hash))
                return $"ledger entry {entry.Number} does not follow entry {entries[i - 1].Number}";
        }

        return null;
    }
}
