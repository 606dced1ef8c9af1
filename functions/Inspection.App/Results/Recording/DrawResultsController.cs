using System.ComponentModel.DataAnnotations;
using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>A result as a list shows it.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Revision">Which revision is worked on.</param>
/// <param name="InspectedOn">The day of the visit.</param>
/// <param name="Recorders">Everybody who wrote on it.</param>
/// <param name="SubmittedAt">When the revision was submitted last.</param>
/// <param name="ReviewedBy">Who reviewed it last.</param>
/// <param name="PublishedRevision">The newest revision that is public; 0 where none is.</param>
/// <param name="OpenProblems">Codes of the items whose problem is pending.</param>
public sealed record ResultSummary(
    string Uscc, ResultState State, int Revision, DateOnly InspectedOn, IReadOnlyList<string> Recorders, DateTimeOffset? SubmittedAt,
    string ReviewedBy, int PublishedRevision, IReadOnlyList<string> OpenProblems)
{
    internal static ResultSummary Of(InspectionResult result) => new(
        result.Uscc, result.State, result.Revision, result.Terms.InspectedOn, result.Recorders, result.SubmittedAt,
        result.ReviewedBy, result.PublishedRevision, [.. result.OpenProblems]);
}

/// <summary>The results of a draw, for those who oversee it.</summary>
[ApiController]
[Route("api/v1/draws/{id}/results")]
[Authorize(Roles = VisitAccess.Overseers)]
internal sealed class DrawResultsController(DrawStore draws, ResultStore results) : ControllerBase
{
    /// <summary>What was recorded so far, by code; a visit of which nothing was recorded is not among it.</summary>
    [HttpGet]
    public async Task<ActionResult<Page<ResultSummary>>> List(
        string id, [Range(1, Page<ResultSummary>.MaxLimit)] int limit = Page<ResultSummary>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default)
    {
        if (await draws.FindAsync(id, cancellation) is not { } draw || !User.Actor().Oversees(draw))
            return Refusal.NotFound($"there is no draw {id}").ToProblem();
        var page = await results.ListAsync(id, limit, cursor, cancellation);
        return new Page<ResultSummary>([.. page.Items.Select(ResultSummary.Of)], page.Next);
    }
}
