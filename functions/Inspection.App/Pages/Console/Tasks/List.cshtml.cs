using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>All tasks with where each stands, and the reader's own drafts.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class TaskListModel(TaskRows rows, TaskDraftStore drafts) : PageModel
{
    /// <summary>A stage, or nothing for all.</summary>
    [FromQuery(Name = "stage")]
    public TaskStage? Stage { get; set; }

    /// <summary>A part of the title.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = NumberedPage<TaskRow>.QueryName)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<TaskDraft> Drafts { get; private set; } = [];

    /// <summary>What fits the filters.</summary>
    public NumberedPage<TaskRow> Found { get; private set; } = null!;

    public bool IsScheduler => User.Actor().Is(Role.Scheduler);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        if (IsScheduler)
            Drafts = await drafts.OfAsync(actor.Name, cancellation);
        var fitting = (await rows.OfAsync(actor, cancellation))
            .Where(row => Stage is null || row.Stage == Stage)
            .Where(row => string.IsNullOrWhiteSpace(Text) || row.Task.Terms.Title.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        Found = NumberedPage<TaskRow>.Of(fitting, Number);
    }
}
