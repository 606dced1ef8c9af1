using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>What every step works with.</summary>
internal sealed record DraftDesk(TaskDraftStore Drafts, PlanningRules Rules, Words Words, RefusalWords Said);

/// <summary>One step of writing a task: reads the draft, keeps what the step says of it, and leads on.</summary>
internal abstract class DraftPage(DraftDesk desk) : PageModel
{
    /// <summary>What a button of the form asks for beside saving.</summary>
    public const string Then = "then";

    /// <summary>To go away and come back another time.</summary>
    public const string Later = "later";

    /// <summary>To stay and look at the preview.</summary>
    public const string Look = "look";

    private const string AllTasks = "/console/tasks";

    public abstract DraftStep Step { get; }

    [FromRoute]
    public string Id { get; set; } = "";

    public TaskDraft Draft { get; private set; } = null!;

    protected DraftDesk Desk => desk;

    protected Words Words => desk.Words;

    /// <summary>Reads the draft of the address; false where this user has none.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await desk.Drafts.FindAsync(User.Actor().Name, Id, cancellation) is not { } draft)
            return false;
        Draft = draft;
        return true;
    }

    /// <summary>Keeps the step, complete or not, and goes on where it is complete.</summary>
    /// <param name="change">Puts what was typed into the terms.</param>
    /// <param name="fields">The rules that this step answers, each with its field.</param>
    /// <param name="cancellation">Stops the work.</param>
    protected async Task<IActionResult> SaveAsync(
        Func<TaskTerms, TaskTerms> change, IReadOnlyList<(string Rule, string Field)> fields, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Invalid();
        var saved = await ChangeAsync(draft => draft with { Terms = change(draft.Terms) }, cancellation);
        if (saved is null)
            return NotFound();
        Draft = saved;
        var then = Request.Form[Then].ToString();
        if (then == Later)
            return this.Done(AllTasks, Words["草稿已保存，随时可以接着填写。", "The draft is saved; go on with it whenever you like."]);
        if (await ShowProblemsAsync(fields, cancellation))
            return this.Invalid();
        await ChangeAsync(draft => draft with { Done = [.. draft.Done.Append(Step.Name).Distinct()] }, cancellation);
        return then == Look
            ? this.Done(Step.PathOf(Id) + "#preview", Words["已保存，下面是预览。", "Saved; the preview is below."])
            : this.Done(Step.Next!.PathOf(Id), Words["已保存。", "Saved."]);
    }

    protected Task<TaskDraft?> ChangeAsync(Func<TaskDraft, TaskDraft> change, CancellationToken cancellation) =>
        desk.Drafts.ChangeAsync(User.Actor().Name, Id, change, cancellation);

    private async Task<bool> ShowProblemsAsync(IReadOnlyList<(string Rule, string Field)> fields, CancellationToken cancellation)
    {
        await foreach (var problem in desk.Rules.ProblemsAsync(Draft.Terms, User.Actor(), cancellation))
        {
            // What another step asks for is said there, and all of it before the task goes to the head.
            if (fields.FirstOrDefault(field => field.Rule == problem.Rule).Field is { } field)
                ModelState.AddModelError(field, desk.Said.Of(problem));
        }

        return !ModelState.IsValid;
    }
}
