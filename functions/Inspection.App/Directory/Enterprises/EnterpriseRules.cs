namespace Inspection.App.Directory;

/// <summary>What an enterprise of the directory may say of itself.</summary>
internal static class EnterpriseRules
{
    /// <summary>Characters of a district: keys hold it, each Chinese character in nine of theirs.</summary>
    private const int MaxDistrict = 50;

    private const int MaxName = 200;
    private const int MaxIndustry = 100;
    private const int MaxAddress = 500;
    private const int MaxStatus = 50;

    /// <summary>Every column that is wrong, and why.</summary>
    public static IEnumerable<(Column Column, string Problem)> ProblemsOf(Enterprise enterprise)
    {
        IEnumerable<(Column Column, string? Problem)> checks =
        [
            (EnterpriseColumns.Name, TextRules.ProblemOf(enterprise.Name, MaxName)),
            (EnterpriseColumns.District, TextRules.ProblemOf(enterprise.District, MaxDistrict)),
            (EnterpriseColumns.Industry, TextRules.ProblemOf(enterprise.Industry, MaxIndustry)),
            (EnterpriseColumns.Address, TextRules.ProblemOf(enterprise.Address, MaxAddress)),
            (EnterpriseColumns.Status, TextRules.ProblemOf(enterprise.Status, MaxStatus)),
            (EnterpriseColumns.Tags, TextRules.ProblemOfEntries(enterprise.Tags)),
        ];
        return checks.Where(check => check.Problem is not null).Select(check => (check.Column, check.Problem!));
    }
}
