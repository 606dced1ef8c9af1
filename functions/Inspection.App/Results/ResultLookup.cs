using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>A visit with what was recorded of it.</summary>
internal sealed record RecordedVisit(Visit Visit, InspectionResult Result);

/// <summary>What a step did with a result: the result as it is stored, null where somebody wrote meanwhile, or a refusal.</summary>
internal delegate Task<Outcome<InspectionResult?>> ResultStep(Visit visit, InspectionResult result);

/// <summary>Finds what a step is about, and refuses where there is nothing for the actor or where it was changed since.</summary>
internal sealed class ResultLookup(VisitFinder visits, ResultStore results)
{
    /// <param name="id">The visit.</param>
    /// <param name="expected">The version that the actor read, or null where any will do.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<Outcome<RecordedVisit>> FindAsync(ResultId id, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        var found = await FindVisitAsync(id, actor, cancellation);
        if (found.IsRefused(out var refusal))
            return refusal;
        if (await results.FindAsync(id.DrawId, id.Uscc, cancellation) is not { } result)
            return Refusal.NotFound($"nothing was recorded of the visit of {id.Uscc} in draw {id.DrawId} yet");
        return expected.Fits(result.ETag) ? new RecordedVisit(found.Value, result) : Stale(id);
    }

    /// <summary>Takes a step with what is there; where somebody wrote meanwhile, the step is asked again with what is there then.</summary>
    public async Task<Outcome<InspectionResult>> ChangeAsync(
        ResultId id, ETag? expected, Actor actor, ResultStep step, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await FindAsync(id, expected, actor, cancellation);
            if (found.IsRefused(out var refusal))
                return refusal;
            var done = await step(found.Value.Visit, found.Value.Result);
            if (done.IsRefused(out refusal))
                return refusal;
            if (done.Value is { } written)
                return written;
        }
    }

    /// <summary>A visit that the actor makes or oversees, whether or not anything was recorded.</summary>
    public async Task<Outcome<Visit>> FindVisitAsync(ResultId id, Actor actor, CancellationToken cancellation)
    {
        var found = await visits.FindAsync(id, cancellation);
        return found.IsRefused(out _) || actor.Sees(found.Value) ? found : Refusal.NotFound($"draw {id.DrawId} has no visit of {id.Uscc} for you");
    }

    public static Refusal Stale(ResultId id) =>
        Refusal.Stale($"the result {id} was changed since it was read; read it again and repeat the change");
}
