using System.Globalization;

namespace Inspection.App.Publication;

/// <summary>
/// A month of publication, as 2026-12. Results belong for good to the month in which they first became public, by the
/// authority's clock.
/// </summary>
internal readonly record struct PublicationMonth : IComparable<PublicationMonth>
{
    private const string Form = "yyyy-MM";
    private const int Last = 999_912;

    private readonly DateOnly first;

    private PublicationMonth(DateOnly first) => this.first = first;

    /// <summary>Sorts the newest month first, among keys.</summary>
    public string Countdown => (Last - (first.Year * 100) - first.Month).ToString("d6", CultureInfo.InvariantCulture);

    public static PublicationMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    public static PublicationMonth Parse(string text) => TryParse(text, out var month)
        ? month
        : throw new FormatException($"'{text}' is no month such as 2026-12");

    public static bool TryParse(string text, out PublicationMonth month)
    {
        var isMonth = DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = new PublicationMonth(first);
        return isMonth;
    }

    public int CompareTo(PublicationMonth other) => first.CompareTo(other.first);

    public override string ToString() => first.ToString(Form, CultureInfo.InvariantCulture);
}
