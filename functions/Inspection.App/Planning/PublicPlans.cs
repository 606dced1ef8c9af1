using System.Globalization;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Planning;

/// <summary>The approved plans in the table <c>publicplans</c>, the newest year first. The store of plans keeps it as it is itself.</summary>
internal sealed class PublicPlans(ITableStore tables)
{
    private const int LastYear = 9999;

    private readonly PublicList<PublicPlan> list = new(tables, "publicplans");

    public Task<Page<PublicPlan>> ListAsync(int limit, string? cursor, CancellationToken cancellation) =>
        list.ListAsync(limit, cursor, cancellation);

    public Task<PublicPlan?> FindAsync(string id, CancellationToken cancellation) => list.FindAsync(id, cancellation);

    /// <summary>Brings one plan to what the store of plans says of it.</summary>
    public Task BringAsync(string id, PlanStore plans, CancellationToken cancellation) =>
        list.BringAsync(id, token => ReadAsync(id, plans, token), cancellation);

    /// <summary>Brings all plans to what their store says.</summary>
    /// <returns>How many were not so before.</returns>
    public Task<int> RepairAsync(PlanStore plans, CancellationToken cancellation) => list.RepairAsync(
        plans.AllAsync(cancellation).Where(IsShown).Select(static plan => (plan.Id, EntryOf(plan))),
        (id, token) => ReadAsync(id, plans, token),
        cancellation);

    private static async Task<PublicEntry<PublicPlan>?> ReadAsync(string id, PlanStore plans, CancellationToken cancellation) =>
        await plans.FindAsync(id, cancellation) is { } plan && IsShown(plan) ? EntryOf(plan) : null;

    private static bool IsShown(YearlyPlan plan) => plan.ApprovedBy.Length > 0;

    private static PublicEntry<PublicPlan> EntryOf(YearlyPlan plan) =>
        new((LastYear - plan.Terms.Year).ToString("d4", CultureInfo.InvariantCulture), PublicPlan.Of(plan));
}
