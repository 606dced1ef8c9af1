namespace Inspection.App.Planning;

/// <summary>
/// What the public sees of an approved plan (年度抽查计划): what is inspected, by whom and whom it covers. The rates by class
/// stay inside, as the class itself does.
/// </summary>
public sealed record PublicPlan(
    string Id, int Year, string Title, IReadOnlyList<string> ItemCodes, IReadOnlyList<string> Departments, string Scope, bool Monthly)
{
    public static PublicPlan Of(YearlyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var terms = plan.Terms;
        return new PublicPlan(
            plan.Id, terms.Year, terms.Title, terms.ItemCodes, DepartmentTeam.NamesOf(terms.Departments), terms.Scope.InWords(), terms.Monthly is not null);
    }
}
