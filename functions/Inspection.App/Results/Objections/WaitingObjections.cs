using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>Objections that are not settled, for those who oversee the draws that they are about; the oldest first.</summary>
internal sealed class WaitingObjections(ObjectionStore objections, WaitingIndex waiting, DrawStore draws)
{
    public async Task<Page<Objection>> ListAsync(Actor actor, int limit, string? cursor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        // Whoever sends an objection is nobody's department, so all lie in one list.
        return await waiting.ListAsync(WaitingKind.Objection, department: "", limit, cursor, JudgeAsync, cancellation);

        async ValueTask<WaitingJudgement<Objection>> JudgeAsync(Waiting thing)
        {
            if (await objections.FindAsync(thing.Receipt, cancellation) is not { } objection)
                return WaitingJudgement<Objection>.NotYet;
            if (objection.IsSettled)
                return WaitingJudgement<Objection>.Over;
            var isSeen = await draws.FindAsync(objection.DrawId, cancellation) is { } draw && actor.Oversees(draw);
            return WaitingJudgement<Objection>.Holds(isSeen ? objection : null);
        }
    }
}
