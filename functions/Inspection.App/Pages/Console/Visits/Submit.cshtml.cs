using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Says once more what is handed to the review, and hands over just that.</summary>
[Authorize(Roles = VisitAccess.Writers)]
internal sealed class SubmitModel(VisitsAtHand visits, Recording recording, LocalTime time, Words words) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string Version { get; set; } = "";

    public VisitAddress At => new(DrawId, Uscc);

    public VisitAtHand Visit { get; private set; } = null!;

    public InspectionResult Result => Visit.Result!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        Version = Result.ETag.ToString("H");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var submitted = await recording.SubmitAsync(At.Id, new Azure.ETag(Version), User.Actor(), cancellation);
        if (!submitted.IsRefused(out var refusal))
            return this.Done($"/{At.Visit}", words["结果已提交，等待审核。", "The result is submitted and waits for its review."]);
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        ModelState.Remove(nameof(Version));
        Version = Result.ETag.ToString("H");
        return this.Refuse(refusal);
    }

    /// <summary>Finds what can be submitted, or where to go where there is nothing.</summary>
    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        var found = await visits.FindAsync(At.Id, User.Actor(), cancellation);
        if (found.IsRefused(out _) || !found.Value.IsWrittenBy(User.Actor()))
            return LocalRedirect($"{Request.PathBase}/{At.Visit}");
        Visit = found.Value;
        if (Visit.Result is null)
            return LocalRedirect($"{Request.PathBase}/{At.Record}");
        return ResultRules.ProblemsOfSubmission(Result.Terms, ResultScope.Of(Visit.Visit), time.Today).Any()
            ? LocalRedirect($"{Request.PathBase}/{At.Record}?check=true")
            : null;
    }
}
