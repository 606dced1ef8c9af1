using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>What an inspector of the directory may say of himself or herself.</summary>
internal static class InspectorRules
{
    private const int MaxName = 100;
    private const int MaxDepartment = 100;
    private const int MaxStatus = 50;
    private const int MaxGrounds = 500;

    /// <summary>Every column that is wrong, and why.</summary>
    public static IEnumerable<(Column Column, string Problem)> ProblemsOf(InspectorProfile inspector)
    {
        IEnumerable<(Column Column, string? Problem)> checks =
        [
            (InspectorColumns.InspectorId, TextRules.ProblemOfId(inspector.InspectorId)),
            (InspectorColumns.Name, TextRules.ProblemOf(inspector.Name, MaxName)),
            (InspectorColumns.Department, ProblemOfDepartment(inspector.Department)),
            (InspectorColumns.Skills, TextRules.ProblemOfEntries(inspector.Skills)),
            (InspectorColumns.Status, TextRules.ProblemOf(inspector.Status, MaxStatus)),
        ];
        return checks.Where(check => check.Problem is not null).Select(check => (check.Column, check.Problem!));
    }

    public static string? ProblemOfGrounds(string grounds) => grounds.Length == 0
        ? "the grounds are missing; say why this person must not inspect the enterprise"
        : TextRules.ProblemOf(grounds, MaxGrounds);

    private static string? ProblemOfDepartment(string department) => department.Length == 0
        ? "the department is missing"
        : TextRules.ProblemOf(department, MaxDepartment) ?? ProtocolText.ProblemInField(department);
}
