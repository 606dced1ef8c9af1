using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>A result with everything that was ever submitted and said of it.</summary>
internal sealed record WholeResult(InspectionResult Result, IReadOnlyList<Submission> Submissions, IReadOnlyList<Review> Reviews);

/// <summary>
/// Reads results for those who may see them: the visit's team, everybody who wrote on it, and those who oversee the draw. It
/// shows what was recorded before a draw was voided or an enterprise replaced, too.
/// </summary>
internal sealed class ResultReader(DrawStore draws, VisitFinder visits, ResultStore results)
{
    public async Task<Outcome<WholeResult>> ReadAsync(ResultId id, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!id.IsWellFormed || await results.FindAsync(id.DrawId, id.Uscc, cancellation) is not { } result || !await SeesAsync(result, actor, cancellation))
            return Refusal.NotFound($"there is no result {id} for you; nothing may be recorded of this visit yet");
        return new WholeResult(
            result,
            await results.SubmissionsAsync(id.DrawId, id.Uscc, cancellation),
            await results.ReviewsAsync(id.DrawId, id.Uscc, cancellation));
    }

    private async Task<bool> SeesAsync(InspectionResult result, Actor actor, CancellationToken cancellation)
    {
        if (result.Recorders.Contains(actor.Name))
            return true;
        if (await draws.FindAsync(result.DrawId, cancellation) is { } draw && actor.Oversees(draw))
            return true;
        return await visits.FindAsync(result.Id, cancellation) is { Refusal: null, Value: var visit } && actor.Makes(visit);
    }
}
