namespace Inspection.App.Ledger;

/// <summary>What an entry announces. The names are part of what is hashed: a name is never changed or used again.</summary>
public enum LedgerKind
{
    /// <summary>The notice of a draw (抽取公告), before its entropy exists.</summary>
    Notice,

    /// <summary>The record of a draw: its seed and the hashes of its files.</summary>
    Record,

    /// <summary>The list of the drawn, or the package of an open draw, was made public after the visits.</summary>
    Disclosure,

    /// <summary>A reserve or a substitute took somebody's place.</summary>
    Replacement,

    /// <summary>A draw was voided by two people, with their reason.</summary>
    Void,

    /// <summary>A commitment was not revealed in time.</summary>
    Abandoned,

    /// <summary>A task is drawn again after its draw was voided.</summary>
    Redraw,

    /// <summary>The result of an inspection was published.</summary>
    Publication,

    /// <summary>A published result was corrected.</summary>
    Correction,
}
