using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>What became of a pending problem, as it is typed.</summary>
public sealed record FollowUpInput
{
    public string ItemCode { get; set; } = "";

    public DateOnly? On { get; set; }

    public ResultCode? Code { get; set; }

    public Disposal Disposal { get; set; } = Disposal.Rectify;

    public string? Note { get; set; }

    /// <summary>The version that was read.</summary>
    public string Version { get; set; } = "";
}

/// <summary>Records what became of a pending problem.</summary>
[Authorize(Roles = Role.Reviewer)]
internal sealed class FollowUpModel(ResultHistories histories, FollowingUp followingUp, LocalTime time, Words words) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    [BindProperty]
    public FollowUpInput Input { get; set; } = new();

    public VisitAddress At => new(DrawId, Uscc);

    public ResultHistory History { get; private set; } = null!;

    public InspectionResult Result => History.Result;

    /// <summary>Whether there is something that the reader follows up.</summary>
    public bool IsOpen => Result.State == ResultState.Published && Result.OpenProblems.Any() && !Result.Recorders.Contains(User.Actor().Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        Input = Input with { On = time.Today, ItemCode = Result.OpenProblems.FirstOrDefault("") };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Input.On is null)
            ModelState.AddModelError("Input.On", words["请填写日期。", "Give the day."]);
        if (Input.Code is null)
            ModelState.AddModelError("Input.Code", words["请选择处理结果。", "Choose what it came to."]);
        if (!ModelState.IsValid)
            return await FindAsync(cancellation) ? this.Invalid() : NotFound();
        var request = new FollowUpRequest(Input.ItemCode, Input.On, Input.Code, Input.Disposal, RecordInput.Plain(Input.Note));
        var followed = await followingUp.FollowUpAsync(At.Id, request, new Azure.ETag(Input.Version), User.Actor(), cancellation);
        if (!followed.IsRefused(out var refusal))
        {
            return this.Done("/console/follow-ups", followed.Value.OpenProblems.Any()
                ? words["已记录，随即公示。", "Recorded; it becomes public at once."]
                : words["已记录，这项结果的问题都处理完毕。", "Recorded; every problem of this result is closed."]);
        }

        ModelState.Remove("Input.Version");
        return await FindAsync(cancellation)
            ? this.Refuse(refusal, ("code", "Input.Code"), ("disposal", "Input.Disposal"), ("on", "Input.On"), ("note", "Input.Note"))
            : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await histories.FindAsync(At, User.Actor(), cancellation) is not { } history)
            return false;
        History = history;
        Input = Input with { Version = Result.ETag.ToString("H") };
        return true;
    }
}
