using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>What a check item of the directory may say.</summary>
internal static class CheckItemRules
{
    private const int MaxName = 200;
    private const int MaxShort = 100;
    private const int MaxLong = 2000;

    /// <summary>Every column that is wrong, and why.</summary>
    public static IEnumerable<(Column Column, string Problem)> ProblemsOf(CheckItem item)
    {
        IEnumerable<(Column Column, string? Problem)> checks =
        [
            (ItemColumns.Code, TextRules.ProblemOfId(item.Code)),
            (ItemColumns.Name, item.Name.Length == 0 ? "the name is missing" : TextRules.ProblemOf(item.Name, MaxName)),
            (ItemColumns.Field, TextRules.ProblemOf(item.Field, MaxShort)),
            (ItemColumns.SupervisingBody, TextRules.ProblemOf(item.SupervisingBody, MaxShort)),
            (ItemColumns.Target, TextRules.ProblemOf(item.Target, MaxLong)),
            (ItemColumns.Measure, TextRules.ProblemOf(item.Measure, MaxLong)),
            (ItemColumns.LegalBasis, TextRules.ProblemOf(item.LegalBasis, MaxLong)),
            (ItemColumns.Handling, TextRules.ProblemOf(item.Handling, MaxLong)),
            (ItemColumns.Frequency, TextRules.ProblemOf(item.Frequency, MaxShort)),
            (ItemColumns.Method, TextRules.ProblemOf(item.Method, MaxShort)),
            (ItemColumns.InspectorSkill, ProblemOfSkill(item.InspectorSkill)),
        ];
        return checks.Where(check => check.Problem is not null).Select(check => (check.Column, check.Problem!));
    }

    private static string? ProblemOfSkill(string skill) =>
        TextRules.ProblemOf(skill, MaxShort) ?? ProtocolText.ProblemInField(skill);
}
