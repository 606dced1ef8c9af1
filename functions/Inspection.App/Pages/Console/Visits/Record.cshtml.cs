using Inspection.App.Hosting;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages.Console;

/// <summary>
/// The form of a result with its photos. Every button sends the whole form, so that nothing that was typed gets lost; a
/// script sends it by itself while somebody types.
/// </summary>
[Authorize(Roles = VisitAccess.Writers)]
internal sealed class RecordModel(
    VisitsAtHand visits, RecordForm form, EvidenceDesk evidence, LocalTime time, Words words, RefusalWords said,
    IOptions<ResultOptions> results, IOptions<LimitsOptions> limits) : PageModel
{
    /// <summary>What else of a form there may be beside a file.</summary>
    private const int FormBytes = 512 * 1024;

    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    [BindProperty]
    public RecordInput Input { get; set; } = new();

    /// <summary>Photos and documents that come with the form.</summary>
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public VisitAtHand Visit { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    /// <summary>Whether the page shows what is stored, and may give way to what a browser kept since.</summary>
    public bool IsAsStored { get; private set; }

    /// <summary>The largest file that can be sent.</summary>
    public long MostBytes => Math.Min(results.Value.EvidenceBytes, limits.Value.BodyBytes - FormBytes);

    public VisitAddress At => new(DrawId, Uscc);

    /// <param name="check">Whether to say what is still missing.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IActionResult> OnGetAsync(bool check, CancellationToken cancellation)
    {
        var found = await visits.FindAsync(At.Id, User.Actor(), cancellation);
        if (found.IsRefused(out _) || !found.Value.IsWrittenBy(User.Actor()))
            return LocalRedirect($"{Request.PathBase}/{At.Visit}");
        Visit = found.Value;
        IsAsStored = !FormResumption.IsResumed(HttpContext);
        Input = RecordInput.Of(Visit.Result?.Terms, Visit.Visit.Task.Terms.ItemCodes, DayFor(Visit));
        if (check && Visit.Result is { } result)
            ModelState.Add(ResultRules.ProblemsOfSubmission(result.Terms, ResultScope.Of(Visit.Visit), time.Today), words);
        return Page();
    }

    /// <summary>Saves the draft and the files that came with it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await SaveAsync(cancellation) ?? this.Done($"/{At.Record}", words["草稿已保存。", "The draft is saved."]);

    /// <summary>Saves, and goes on to what is said before a result is submitted.</summary>
    public async Task<IActionResult> OnPostContinueAsync(CancellationToken cancellation) =>
        await SaveAsync(cancellation) ?? LocalRedirect($"{Request.PathBase}/{At.Submit}");

    /// <summary>Saves, and takes a file back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync([FromQuery] string sha256, CancellationToken cancellation)
    {
        if (await SaveAsync(cancellation) is { } problem)
            return problem;
        return await evidence.RemoveAsync(At.Id, sha256, User.Actor(), cancellation) is { } refusal
            ? this.Refuse(refusal)
            : this.Done($"/{At.Record}", words["文件已撤回，草稿已保存。", "The file is taken back, the draft is saved."]);
    }

    /// <summary>Saves as one types; what it answers is for the script.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        var saved = await form.SaveAsync(At.Id, Input, Files, User.Actor(), cancellation);
        if (saved.IsRefused(out var refusal))
            return Partial("Visits/_Kept", new KeptDraft("refused") { Problem = said.Of(refusal) });
        ModelState.Add(saved.Value.Problems, words);
        return Partial("Visits/_Kept", KeptDraft.Of(saved.Value, ModelState, said));
    }

    private async Task<IActionResult?> SaveAsync(CancellationToken cancellation)
    {
        var found = await form.SaveAsync(At.Id, Input, Files, User.Actor(), cancellation);
        if (found.IsRefused(out _))
            return LocalRedirect($"{Request.PathBase}/{At.Visit}");
        var saved = found.Value;
        Visit = saved.Visit;
        ModelState.Add(saved.Problems, words);
        if (saved.IsConflict)
            return ShowConflict(Visit.Result!.Terms);
        if (saved.Refusal is { } refusal)
            return Refused(refusal);
        return ModelState.IsValid ? null : this.Invalid();
    }

    /// <summary>What was written is kept with its text; only the photo is refused.</summary>
    private PageResult Refused(Refusal refusal)
    {
        ModelState.Remove("Input.Basis");
        Input = Input with { Basis = RecordInput.BasisOf(Visit.Result?.Terms) };
        return this.Refuse(refusal, ("evidence-type", nameof(Files)), ("evidence-size", nameof(Files)), ("evidence-files", nameof(Files)));
    }

    private PageResult ShowConflict(ResultTerms stored)
    {
        Conflict = new Conflict($"/{At.Record}", TermsRows.Of(stored, Input.ToTerms(Input.InspectedOn ?? stored.InspectedOn), Visit.NameOf, words));
        ModelState.Remove("Input.Basis");
        Input = Input with { Basis = RecordInput.BasisOf(stored) };
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Today, where the task lasts; else its nearest day.</summary>
    private DateOnly DayFor(VisitAtHand visit) =>
        time.Today < visit.View.StartsOn ? visit.View.StartsOn : time.Today > visit.View.EndsOn ? visit.View.EndsOn : time.Today;
}
