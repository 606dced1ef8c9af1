namespace Inspection.App.Ledger;

/// <summary>The first entry at which a ledger is not what it must be.</summary>
/// <param name="Number">The entry.</param>
/// <param name="What">What is wrong with it: entry, number, form, hash, previous, time or head.</param>
/// <param name="Got">What is there.</param>
/// <param name="Wanted">What must be there.</param>
public sealed record LedgerFault(long Number, string What, string Got, string Wanted)
{
    public override string ToString() => $"entry {Number}: {What} is {Got}, wanted {Wanted}";
}
