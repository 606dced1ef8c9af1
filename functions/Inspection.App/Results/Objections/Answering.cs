using System.ComponentModel.DataAnnotations;
using Azure;
using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Results;

/// <summary>The answer to an objection.</summary>
/// <param name="Uphold">Whether the objection is right (异议成立); the result is then corrected besides.</param>
/// <param name="Answer">In words, which become public once a second person approves them.</param>
public sealed record AnswerRequest([Required] bool? Uphold, string Answer);

/// <summary>
/// Answers objections: one reviewer writes the answer, a second one approves it or returns it. Neither of them recorded the
/// result that is objected to.
/// </summary>
internal sealed class Answering(
    ObjectionStore objections, ResultStore results, DrawStore draws, ResultsToPublish queue, WaitingIndex waiting,
    PublicObjections publicObjections, ResultAnnouncer announcer, TimeProvider clock)
{
    private const int MaxAnswer = 2000;

    /// <summary>The objection, for those who oversee the draw.</summary>
    public async Task<Objection?> FindAsync(string receipt, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await objections.FindAsync(receipt, cancellation) is { } found
            && await draws.FindAsync(found.DrawId, cancellation) is { } draw && actor.Oversees(draw) ? found : null;
    }

    /// <summary>Writes the answer, which then waits for a second person.</summary>
    public async Task<Outcome<Objection>> AnswerAsync(
        string receipt, AnswerRequest request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(request.Answer) || PlainText.ProblemOf(request.Answer, MaxAnswer) is not null)
            return Refusal.Invalid("answer", $"answer: 1 to {MaxAnswer} characters and no control characters are wanted; it becomes public");
        return await ChangeAsync(receipt, expected, actor, objection => objection.State switch
        {
            ObjectionState.Received => objection with
            {
                State = ObjectionState.UnderReview,
                Upholds = request.Uphold,
                Answer = request.Answer,
                AnsweredBy = actor.Name,
                AnsweredAt = clock.GetUtcNow(),
                Opinion = "",
            },
            ObjectionState.UnderReview when objection.AnsweredBy == actor.Name && objection.Answer == request.Answer && objection.Upholds == request.Uphold => objection,
            ObjectionState.UnderReview => Refusal.Conflict("under-review", $"the answer of {objection.AnsweredBy} waits for its approval; whoever approves can return it"),
            _ => Settled(objection),
        }, cancellation);
    }

    /// <summary>Approves the answer, which then is public, or returns it with an opinion.</summary>
    public async Task<Outcome<Objection>> ReviewAsync(
        string receipt, ReviewRequest request, ETag? expected, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (request.Problem() is { } unfit)
            return unfit;
        return await ChangeAsync(receipt, expected, actor, objection => objection.State switch
        {
            ObjectionState.UnderReview when objection.AnsweredBy == actor.Name =>
                Refusal.Forbidden("own-answer", "whoever wrote an answer does not approve it; a second person does"),
            ObjectionState.UnderReview => objection with
            {
                State = !request.Approves ? ObjectionState.Received : objection.Upholds == true ? ObjectionState.Upheld : ObjectionState.Dismissed,
                ReviewedBy = actor.Name,
                ReviewedAt = clock.GetUtcNow(),
                Opinion = request.Words,
            },
            ObjectionState.Received => Refusal.Conflict("not-answered", "there is no answer yet that could be approved"),
            _ when request.Approves && objection.ReviewedBy == actor.Name => objection,
            _ => Settled(objection),
        }, cancellation);
    }

    private async Task<Outcome<Objection>> ChangeAsync(
        string receipt, ETag? expected, Actor actor, Func<Objection, Outcome<Objection>> change, CancellationToken cancellation)
    {
        while (true)
        {
            if (await FindAsync(receipt, actor, cancellation) is not { } objection)
                return Refusal.NotFound($"there is no objection {receipt} for you");
            if (!expected.Fits(objection.ETag))
                return Refusal.Stale($"objection {receipt} was changed since it was read; read it again and repeat the change");
            if (await results.FindAsync(objection.DrawId, objection.Uscc, cancellation) is { } result && result.Recorders.Contains(actor.Name))
                return Refusal.Forbidden("own-result", "whoever recorded a result does not decide on an objection to it");
            var changed = change(objection);
            if (changed.IsRefused(out _) || ReferenceEquals(changed.Value, objection))
                return changed;
            await queue.AddAsync(objection, cancellation);
            if (await objections.ReplaceAsync(changed.Value, cancellation) is not { } written)
                continue;
            await AnnounceAsync(written, cancellation);
            return written;
        }
    }

    private async Task AnnounceAsync(Objection written, CancellationToken cancellation)
    {
        if (written.IsSettled)
            await waiting.RemoveAsync(WaitingKind.Objection, [], Waiting.Objection(written), cancellation);
        await publicObjections.SettleAsync(written.ResultId, cancellation);
        await announcer.AnnounceAsync(written.ResultId, cancellation);
    }

    private static Refusal Settled(Objection objection) =>
        Refusal.Conflict("settled", $"objection {objection.Receipt} is {objection.State}; its answer is public and stays");
}
