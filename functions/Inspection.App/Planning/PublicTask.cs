namespace Inspection.App.Planning;

/// <summary>
/// What the public sees of an approved task (抽查任务): what is inspected, by whom, when and whom it covers. How many of each
/// class are drawn the notice of its draw says; who writes and approves tasks is the authority's own affair. A targeted task
/// says so and on what ground.
/// </summary>
public sealed record PublicTask(
    string Id,
    string PlanId,
    string Title,
    IReadOnlyList<string> ItemCodes,
    IReadOnlyList<string> Departments,
    string Scope,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EntropyKind Entropy,
    ListPublished ListPublished,
    TargetGrounds? Target)
{
    public static PublicTask Of(InspectionTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var terms = task.Terms;
        return new PublicTask(
            task.Id, terms.PlanId, terms.Title, terms.ItemCodes, DepartmentTeam.NamesOf(terms.Departments), terms.ScopeInWords(),
            terms.StartsOn, terms.EndsOn, terms.Entropy.Kind, terms.ListPublished, terms.Target?.Grounds);
    }
}
