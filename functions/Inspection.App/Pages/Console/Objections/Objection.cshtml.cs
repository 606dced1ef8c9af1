using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One objection: a reviewer writes the answer, another one approves or returns it.</summary>
[Authorize(Roles = VisitAccess.Overseers)]
internal sealed class ObjectionModel(Answering answering, ResultHistories histories, Words words) : PageModel
{
    [FromRoute]
    public string Receipt { get; set; } = "";

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    [BindProperty]
    public bool? Uphold { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    public Objection Objection { get; private set; } = null!;

    /// <summary>What is objected to.</summary>
    public ResultHistory? History { get; private set; }

    private bool IsFree => User.Actor().Is(Role.Reviewer) && History?.Result.Recorders.Contains(User.Actor().Name) != true;

    public bool CanAnswer => IsFree && Objection.State == ObjectionState.Received;

    public bool CanReview => IsFree && Objection.State == ObjectionState.UnderReview && Objection.AnsweredBy != User.Actor().Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        (Uphold, Answer) = (Objection.Upholds, Objection.Answer);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation)
    {
        if (Uphold is null)
        {
            ModelState.AddModelError(nameof(Uphold), words["请选择异议是否成立。", "Say whether the objection is upheld."]);
            return await FindAsync(cancellation) ? this.Invalid() : NotFound();
        }

        var request = new AnswerRequest(Uphold, RecordInput.Plain(Answer));
        return await EndAsync(
            await answering.AnswerAsync(Receipt, request, new Azure.ETag(Version), User.Actor(), cancellation),
            words["答复已保存，等待另一位审核员审核。", "The answer is saved and waits for another reviewer."],
            cancellation);
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        ReviewAsync(true, words["答复已通过，随即公开。", "The answer is approved and becomes public at once."], cancellation);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) =>
        ReviewAsync(false, words["答复已退回。", "The answer is returned."], cancellation);

    private async Task<IActionResult> ReviewAsync(bool approve, string notice, CancellationToken cancellation) => await EndAsync(
        await answering.ReviewAsync(Receipt, new ReviewRequest(approve, RecordInput.Plain(Opinion)), new Azure.ETag(Version), User.Actor(), cancellation),
        notice,
        cancellation);

    private async Task<IActionResult> EndAsync(Outcome<Objection> outcome, string notice, CancellationToken cancellation)
    {
        if (!outcome.IsRefused(out var refusal))
            return this.Done("/console/objections", notice);
        ModelState.Remove(nameof(Version));
        return await FindAsync(cancellation)
            ? this.Refuse(refusal, ("answer", nameof(Answer)), ("opinion", nameof(Opinion)))
            : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await answering.FindAsync(Receipt, User.Actor(), cancellation) is not { } objection)
            return false;
        Objection = objection;
        Version = objection.ETag.ToString("H");
        History = await histories.FindAsync(new VisitAddress(objection.ResultId), User.Actor(), cancellation);
        return true;
    }
}
