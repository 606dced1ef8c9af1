using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>
/// Where the rows of a published result are. It is in each of three partitions under one row key, so that it comes once in
/// every list, the newest first, and stays in its place whatever is corrected afterwards:
/// <code>
/// id        = draw "-" code of the enterprise
/// row       = countdown of the first publication " " id
/// partition = "enterprise " code      the row that is written first and decides
///           | "draw " draw
///           | "month " countdown of the month of the first publication
/// </code>
/// </summary>
internal readonly record struct PublicResultPlace(string DrawId, string Uscc, PublicationMonth Month, string Row)
{
    public const string MonthPrefix = "month ";

    private const int CodeLength = Inspection.Drawing.UnifiedSocialCreditCode.Length;

    public string Enterprise => EnterpriseOf(Uscc);

    public string Draw => DrawOf(DrawId);

    public string InMonth => MonthOf(Month);

    public static PublicResultPlace Of(string drawId, string uscc, PublicationMonth month, DateTimeOffset publishedAt) =>
        new(drawId, uscc, month, $"{Countdown.Of(publishedAt)} {TableKey.Escape(IdOf(drawId, uscc))}");

    public static string IdOf(string drawId, string uscc) => $"{drawId}-{uscc}";

    /// <summary>The enterprise's code in an id or a row key; null where the text is neither.</summary>
    public static string? CodeIn(string idOrRow) =>
        idOrRow.Length > CodeLength && idOrRow[^(CodeLength + 1)] == '-' && idOrRow[^CodeLength..].All(char.IsAsciiLetterOrDigit)
            ? idOrRow[^CodeLength..]
            : null;

    /// <summary>Whether the row is that of the result.</summary>
    public static bool IsRowOf(string row, string id) => row.EndsWith(" " + TableKey.Escape(id), StringComparison.Ordinal);

    public static string EnterpriseOf(string uscc) => $"enterprise {uscc}";

    public static string DrawOf(string drawId) => $"draw {TableKey.Escape(drawId)}";

    public static string MonthOf(PublicationMonth month) => MonthPrefix + month.Countdown;
}
