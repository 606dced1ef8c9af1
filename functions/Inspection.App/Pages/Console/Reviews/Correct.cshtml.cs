using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Begins the correction of a published result, for a reason that becomes public.</summary>
[Authorize(Roles = Role.Reviewer)]
internal sealed class CorrectModel(ResultHistories histories, Correcting correcting, Words words) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public VisitAddress At => new(DrawId, Uscc);

    public ResultHistory History { get; private set; } = null!;

    public InspectionResult Result => History.Result;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var begun = await correcting.CorrectAsync(At.Id, Reason?.Trim() ?? "", new Azure.ETag(Version), User.Actor(), cancellation);
        if (!begun.IsRefused(out var refusal))
            return this.Done($"/{At.Result}", words["更正已开始，检查人员或者您可以修改，再由别人审核。", "The correction has begun: the team or you can change the result, and somebody else reviews it."]);
        ModelState.Remove(nameof(Version));
        return await FindAsync(cancellation) ? this.Refuse(refusal, ("reason", nameof(Reason))) : NotFound();
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
