using System.Runtime.CompilerServices;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>What waits at plans, tasks and draws.</summary>
internal sealed class DrawToDos(TaskRows rows, PlanProgresses plans, LocalTime time, Words words) : IToDos
{
    public async IAsyncEnumerable<ToDoGroup> OfAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!actor.Is(Role.Head) && !actor.Is(Role.Scheduler))
            yield break;
        var all = await rows.OfAsync(actor, cancellation);
        if (actor.Is(Role.Head))
        {
            yield return Tasks(words["等您批准的任务", "Tasks that wait for your approval"], Tone.Warn, "/approve",
                all.Where(row => row.Stage == TaskStage.Waiting && row.Task.CreatedBy != actor.Name), TaskStage.Waiting);
            var waiting = (await plans.OfAsync(actor, null, cancellation)).Where(plan => !plan.IsApproved && plan.Plan.CreatedBy != actor.Name);
            yield return ToDoGroup.Of(
                words["等您批准的计划", "Plans that wait for your approval"], Tone.Warn,
                [.. waiting.Select(plan => new ToDo(plan.Plan.Terms.Title, $"/console/plans/{plan.Plan.Id}/approve"))], "/console/plans");
            yield return Draws(words["检查期已过，可以结束的抽取", "Draws whose visits are over and can be closed"], Tone.Calm, "/close",
                all.Where(row => row.Stage == TaskStage.Drawn && row.Draw!.EndsOn < time.Today));
        }

        if (actor.Is(Role.Scheduler))
        {
            yield return Tasks(words["已批准，可以发布抽取公告", "Approved; their notices can be published"], Tone.Warn, "",
                all.Where(static row => row.Stage == TaskStage.Approved), TaskStage.Approved);
            yield return Draws(words["已公告，等随机数", "Announced; wait for randomness"], Tone.Calm, "",
                all.Where(static row => row.Stage == TaskStage.Committed));
        }

        yield return Draws(words["有人申请作废，等第二个人确认", "Somebody asked to void them; a second person confirms"], Tone.Warn, "/void",
            all.Where(row => row.Draw is { VoidRequest: { } request, VoidedAt: null } && request.By != actor.Name));
        yield return Draws(words["正在检查", "Visits under way"], Tone.Quiet, "",
            all.Where(row => row.Stage == TaskStage.Drawn && row.Draw!.EndsOn >= time.Today));
    }

    private static ToDoGroup Tasks(string title, Tone tone, string step, IEnumerable<TaskRow> found, TaskStage stage) => ToDoGroup.Of(
        title, tone,
        [.. found.Select(row => new ToDo(row.Task.Terms.Title, $"/console/tasks/{row.Task.Id}{step}", "", row.Task.Terms.StartsOn))],
        $"/console/tasks?stage={stage}");

    private static ToDoGroup Draws(string title, Tone tone, string step, IEnumerable<TaskRow> found) => ToDoGroup.Of(
        title, tone, [.. found.Select(row => new ToDo(row.Draw!.Title, $"/console/draws/{row.Draw.Id}{step}", "", row.Draw.EndsOn))], "/console/draws");
}
