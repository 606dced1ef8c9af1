using Inspection.App.Oversight;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Guidance as it is typed.</summary>
public sealed record GuidanceForm
{
    public string? Uscc { get; set; }

    public DateOnly? On { get; set; }

    public string? Text { get; set; }
}

/// <summary>Records guidance (行政指导) that an enterprise was given.</summary>
[Authorize(Roles = $"{Role.Reviewer},{Role.Head}")]
internal sealed class GuidanceModel(WatchDesk desk, LocalTime time, Words words) : PageModel
{
    [BindProperty]
    public GuidanceForm Form { get; set; } = new();

    public void OnGet([FromQuery] string? uscc)
    {
        if (!FormResumption.IsResumed(HttpContext))
            Form = new GuidanceForm { Uscc = uscc, On = time.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Form.On is not { } day)
        {
            ModelState.AddModelError("Form.On", words["请填写日期。", "Give the day."]);
            return this.Invalid();
        }

        var recorded = await desk.GuideAsync(Form.Uscc?.Trim().ToUpperInvariant() ?? "", day, RecordInput.Plain(Form.Text), User.Actor(), cancellation);
        return recorded.IsRefused(out var refusal)
            ? this.Refuse(refusal, ("uscc", "Form.Uscc"), ("not-found", "Form.Uscc"), ("on", "Form.On"), ("text", "Form.Text"))
            : this.Done("/console/watch", words["行政指导已记录，今晚按规则核对时会用到。", "The guidance is recorded; the rule takes it in tonight."]);
    }
}
