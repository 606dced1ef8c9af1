using System.Runtime.CompilerServices;
using Inspection.App.Results;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>What waits at visits, reviews and objections.</summary>
internal sealed class ResultToDos(VisitDesk desk, VisitViews views, WaitingResults results, WaitingObjections objections, Words words) : IToDos
{
    private const int Looked = 200;

    public async IAsyncEnumerable<ToDoGroup> OfAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (actor.Is(Role.Inspector) && actor.InspectorId.Length > 0)
            yield return await VisitsAsync(actor, cancellation);
        if (!actor.Is(Role.Reviewer))
            yield break;
        var reviews = await results.ReviewsAsync(actor, Looked, null, cancellation);
        yield return ToDoGroup.Of(
            words["等您审核的结果", "Results that wait for your review"], Tone.Warn,
            [.. reviews.Items.Where(static one => !one.IsOwn).Select(one => Of(one, "reviews"))], "/console/reviews");
        var followUps = await results.FollowUpsAsync(actor, Looked, null, cancellation);
        yield return ToDoGroup.Of(
            words["有问题待后续处理的结果", "Results with a problem to follow up"], Tone.Calm,
            [.. followUps.Items.Where(static one => !one.IsOwn).Select(one => Of(one, "follow-ups") with { DueOn = null })], "/console/follow-ups");
        var waiting = await objections.ListAsync(actor, Looked, null, cancellation);
        yield return ToDoGroup.Of(
            words["等答复或审批的异议", "Objections to answer or approve"], Tone.Warn,
            [
                .. waiting.Items.Where(one => one.State == ObjectionState.Received || one.AnsweredBy != actor.Name)
                    .Select(one => new ToDo(one.Receipt, $"/console/objections/{one.Receipt}", words.Of(one.State))),
            ],
            "/console/objections");
    }

    private async Task<ToDoGroup> VisitsAsync(Actor actor, CancellationToken cancellation)
    {
        var found = await desk.ListAsync(actor, new VisitFilter(null, null), Looked, null, cancellation);
        var open = found.IsRefused(out _)
            ? []
            : found.Value.Items.Where(static visit => visit.Result is null or { State: ResultState.Draft or ResultState.Returned }).ToList();
        return ToDoGroup.Of(
            words["您要做的检查", "Your visits"], Tone.Warn,
            [
                .. (await views.OfAsync(open, cancellation)).Select(visit => new ToDo(
                    visit.Name.Length > 0 ? visit.Name : visit.Uscc,
                    $"/console/visits/{visit.DrawId}/{visit.Uscc}",
                    visit.State == ResultState.Returned ? words["被退回，请修改", "Returned; to be mended"] : visit.Title,
                    visit.State is null ? visit.EndsOn : visit.PublishBy)),
            ],
            "/console/visits");
    }

    private static ToDo Of(WaitingResult one, string area) =>
        new(one.Name.Length > 0 ? one.Name : one.Uscc, $"/console/{area}/{one.DrawId}/{one.Uscc}", one.Title, one.PublishBy);
}
