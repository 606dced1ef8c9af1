using System.Globalization;
using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Where the draw of an approved task is committed: says what the notice will fix for good, and has the number typed.</summary>
[Authorize(Roles = Role.Scheduler)]
internal sealed class CommitTaskModel(
    PlanningService planning, DrawService draws, EntropySource entropy, TermsViews views, TaskPreviews previews, Words words) : PageModel
{
    public InspectionTask Shown { get; private set; } = null!;

    public TermsView Terms { get; private set; } = null!;

    public PreviewView Preview { get; private set; } = null!;

    /// <summary>Why the randomness that the task asks for is not to be had; null where it is.</summary>
    public Refusal? WhyNot => entropy.ProblemWith(Shown.Terms.Entropy.Kind);

    public bool CanCommit => Shown is { State: TaskState.Approved, DrawId.Length: 0 } && WhyNot is null && Preview.Made is { Roster: > 0 };

    /// <summary>How many can be drawn: what is typed to confirm.</summary>
    public string Phrase => (Preview.Made?.Roster ?? 0).ToString(CultureInfo.InvariantCulture);

    [BindProperty]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        // Whoever comes twice finds the draw of the first time.
        if (Shown.DrawId.Length > 0)
            return LocalRedirect(Request.PathBase + ConsoleDrawPage.PathOf(Shown.DrawId));
        if (Preview.IsPending)
        {
            ModelState.AddModelError("", words["名录还没有读完，请等结果显示以后再发布。", "The directories are still being read; publish once the numbers are there."]);
            return this.Invalid();
        }

        if (CanCommit && !ModelState.IsTyped(nameof(Typed), Typed, Phrase, words))
            return this.Invalid();
        var outcome = await draws.RequestAsync(id, User.Actor(), cancellation);
        if (outcome.IsRefused(out var refusal))
            return this.Refuse(refusal);
        var (draw, links) = (outcome.Value.Draw, outcome.Value.Links);
        TempData.Keep(draw.Id, links);
        return links.Count > 0
            ? this.Done(ConsoleDrawPage.PathOf(draw.Id) + "/links", words["公告已发布，名单、规则和密钥从此固定。", "The notice is published; roster, rules and key are fixed from here on."])
            : this.Done(ConsoleDrawPage.PathOf(draw.Id), outcome.Value.IsFinished
                ? words["公告已发布，名单、规则和密钥从此固定。", "The notice is published; roster, rules and key are fixed from here on."]
                : words["正在准备公告，企业较多时需要一会儿。", "The notice is being prepared, which takes a while with many enterprises."]);
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await planning.FindTaskAsync(id, User.Actor(), cancellation) is not { } task)
            return false;
        Shown = task;
        Terms = await views.OfAsync(task.Terms, cancellation);
        Preview = await previews.OfAsync(task);
        return true;
    }
}
