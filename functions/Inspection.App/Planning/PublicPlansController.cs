using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

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
            plan.Id, terms.Year, terms.Title, terms.ItemCodes, [.. terms.Departments.Select(static team => team.Department).Distinct()],
            terms.Scope.InWords(), terms.Monthly is not null);
    }
}

/// <summary>Approved plans, for everybody.</summary>
[ApiController]
[Route("api/v1/public/plans")]
[AllowAnonymous]
internal sealed class PublicPlansController(PlanStore plans) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<Page<PublicPlan>>> List(
        [Range(1, Page<PublicPlan>.MaxLimit)] int limit = Page<PublicPlan>.DefaultLimit, string? cursor = null, CancellationToken cancellation = default)
    {
        var page = await plans.ListAsync(limit, cursor, cancellation);
        return new Page<PublicPlan>([.. page.Items.Where(static plan => plan.ApprovedBy.Length > 0).Select(PublicPlan.Of)], page.Next);
    }
}
