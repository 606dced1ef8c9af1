using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One result before a reviewer, who approves just what the page showed or returns it with an opinion.</summary>
[Authorize(Roles = Role.Reviewer)]
internal sealed class ReviewModel(ResultHistories histories, Reviewing reviewing, Words words) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    [BindProperty]
    public string? Opinion { get; set; }

    public VisitAddress At => new(DrawId, Uscc);

    public ResultHistory History { get; private set; } = null!;

    public InspectionResult Result => History.Result;

    public bool IsOwn => Result.Recorders.Contains(User.Actor().Name);

    public bool IsWaiting => Result.State == ResultState.Submitted;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        DecideAsync(true, words["已通过，随即公示。", "Approved; it becomes public at once."], cancellation);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation) =>
        DecideAsync(false, words["已退回，检查人员可以继续修改。", "Returned; the team goes on writing."], cancellation);

    private async Task<IActionResult> DecideAsync(bool approve, string notice, CancellationToken cancellation)
    {
        var request = new ReviewRequest(approve, RecordInput.Plain(Opinion));
        var reviewed = await reviewing.ReviewAsync(At.Id, request, new Azure.ETag(Version), User.Actor(), cancellation);
        if (!reviewed.IsRefused(out var refusal))
            return this.Done("/console/reviews", notice);
        ModelState.Remove(nameof(Version));
        return await FindAsync(cancellation) ? this.Refuse(refusal, ("opinion", nameof(Opinion))) : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await histories.FindAsync(At, User.Actor(), cancellation) is not { } history)
            return false;
        History = history;
        Version = Result.ETag.ToString("H");
        return true;
    }
}
