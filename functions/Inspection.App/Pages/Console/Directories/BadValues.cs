using System.Text.RegularExpressions;
using Inspection.App.Outcomes;

namespace Inspection.App.Pages.Console;

/// <summary>Finds the field that a directory's refusal of a value is about: its detail begins with the column's name.</summary>
internal static partial class BadValues
{
    /// <summary>The argument for <see cref="FormRefusals.Refuse"/> of a form whose fields are called as the columns: <c>risk_class</c> is <c>Form.RiskClass</c>.</summary>
    public static (string Rule, string Field) FieldOf(Refusal refusal)
    {
        var column = Column().Match(refusal.Detail).Groups["name"].Value;
        return (refusal.Rule, column.Length == 0 ? "" : $"Form.{Pascal(column)}");
    }

    private static string Pascal(string column) =>
        string.Concat(column.Split('_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    [GeneratedRegex(@"\A(?<name>[A-Za-z_]+)(?: \([^)]*\))?: ")]
    private static partial Regex Column();
}
