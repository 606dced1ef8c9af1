using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ETag = Azure.ETag;

namespace Inspection.App.Pages.Console;

/// <summary>The last step: everything once more, and then to the head.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class DraftCheckModel(
    DraftDesk desk, DraftPreviews previews, TermsViews views, PlanningService planning)
    : DraftPage(desk)
{
    public override DraftStep Step => DraftStep.Check;

    public TermsView Terms { get; private set; } = null!;

    public PreviewView Preview { get; private set; } = null!;

    /// <summary>What stands in the way, each with the step that mends it.</summary>
    public IReadOnlyList<(Refusal Problem, DraftStep Step)> Problems { get; private set; } = [];

    /// <summary>Both versions, where somebody else changed the task meanwhile.</summary>
    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        await FillAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        if (!await LoadAsync(cancellation))
        {
            // Submitted before: the task is there.
            return await planning.FindTaskAsync(Id, actor, cancellation) is null ? NotFound() : LocalRedirect($"{Request.PathBase}/console/tasks/{Id}");
        }

        var outcome = Draft.TaskId.Length == 0
            ? await planning.CreateTaskAsync(Draft.Id, Draft.Terms, actor, cancellation)
            : await planning.ChangeTaskAsync(Draft.TaskId, Draft.Terms, new ETag(Draft.TaskVersion), actor, cancellation);
        if (!outcome.IsRefused(out var refusal))
        {
            await Desk.Drafts.RemoveAsync(Draft, cancellation);
            return this.Done($"/console/tasks/{outcome.Value.Id}", Words["已提交，等待负责人批准。", "Submitted; the head approves it next."]);
        }

        if (refusal.Kind == RefusalKind.Stale)
            await ShowConflictAsync(actor, cancellation);
        await FillAsync(cancellation);
        return this.Refuse(refusal);
    }

    /// <summary>Deletes the draft; a task that it would have changed stays as it is.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation))
            await Desk.Drafts.RemoveAsync(Draft, cancellation);
        return this.Done("/console/tasks", Words["草稿已删除。", "The draft is deleted."]);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Terms = await views.OfAsync(Draft.Terms, cancellation) with { DraftId = Draft.Id };
        Preview = await PreviewView.OfAsync(previews, Draft.Terms);
        Problems = await Desk.Rules.ProblemsAsync(Draft.Terms, User.Actor(), cancellation)
            .Select(static problem => (problem, StepOf(problem.Rule))).ToListAsync(cancellation);
    }

    /// <summary>Whoever submits again after this has seen both versions.</summary>
    private async Task ShowConflictAsync(Actor actor, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(Draft.TaskId, actor, cancellation) is not { } stored)
            return;
        Conflict = TaskConflict.Of(stored, Draft.Terms, Words);
        await ChangeAsync(draft => draft with { TaskVersion = stored.ETag.ToString() }, cancellation);
    }

    private static DraftStep StepOf(string rule) => rule switch
    {
        "sampling" or "reserve" => DraftStep.Sampling,
        "team-minimum" => DraftStep.Teams,
        "entropy" => DraftStep.Randomness,
        _ => DraftStep.Scope,
    };
}
