using System.Globalization;
using Inspection.App.Ledger;

namespace Inspection.App.Pages;

/// <summary>An entry of the ledger for reading: what can be read of it, as it is stored, even where it was tampered with.</summary>
internal sealed class LedgerRow(LedgerDocument document)
{
    public LedgerDocument Document => document;

    public LedgerKind? Kind => Enum.TryParse<LedgerKind>(document.Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public DateTimeOffset? Time => DateTimeOffset.TryParseExact(
        document.Time, LedgerEntry.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The page of what the entry is about, from the root of the site; null where there is none.</summary>
    public string? Page => Kind switch
    {
        null => null,
        LedgerKind.Publication or LedgerKind.Correction or LedgerKind.FollowUp => $"results/{Uri.EscapeDataString(document.Subject)}",
        _ => $"draws/{Uri.EscapeDataString(document.Subject)}",
    };

    /// <summary>What its kind is called.</summary>
    public string Name(Words words) => Kind is { } kind ? words.Of(kind) : document.Kind;
}
