using Inspection.App.Directory;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>What a task says, with the names that people read beside codes.</summary>
/// <param name="Terms">What it says.</param>
/// <param name="Items">The check items; one that is gone has no name.</param>
/// <param name="Plan">The plan that it counts against; null where none.</param>
internal sealed record TermsView(TaskTerms Terms, IReadOnlyList<(string Code, string? Name)> Items, YearlyPlan? Plan)
{
    /// <summary>The draft whose steps change it; empty where it is only shown.</summary>
    public string DraftId { get; init; } = "";
}

/// <summary>Looks up the names.</summary>
internal sealed class TermsViews(CheckItemStore items, PlanStore plans)
{
    public async Task<TermsView> OfAsync(TaskTerms terms, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var named = new List<(string, string?)>();
        foreach (var code in terms.ItemCodes)
            named.Add((code, (await items.GetAsync(code, cancellation))?.Name));
        return new TermsView(terms, named, terms.PlanId.Length == 0 ? null : await plans.FindAsync(terms.PlanId, cancellation));
    }
}
