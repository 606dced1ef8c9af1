using System.Globalization;

namespace Inspection.App.Directory;

/// <summary>Days in columns and cells: 2026-12-31, empty for none.</summary>
internal static class DayText
{
    private const string Form = "yyyy-MM-dd";

    public static string Of(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture) ?? "";

    public static DateOnly? Parse(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
