using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Inspection.App.Pages;

/// <summary>Where a lead stands. The receipt in the address is a secret of whoever reported it, so nothing repeats or keeps the address.</summary>
[EnableRateLimiting(PublicAnswers.Forms)]
internal sealed class LeadReceiptModel(Reporting reporting, Words words) : PageModel
{
    public PublicLead Lead { get; private set; } = null!;

    public string Receipt { get; private set; } = "";

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>Whether files can still be added.</summary>
    public bool IsOpen => Lead.State == LeadState.Received;

    public IReadOnlyList<Happening> Timeline =>
    [
        new(Lead.ReceivedAt, "flag", Tone.Calm, words["收到线索", "Received"], ""),
        Lead.State switch
        {
            LeadState.Received => new(null, "eye", Tone.Quiet, words["核看", "Read and decided on"], "") { IsAhead = true },
            LeadState.Dismissed => new(null, "minus", Tone.Quiet, words.Of(Lead.State), ""),
            _ => new(null, "list", Tone.Calm, words["列入一次指定检查", "To be inspected by name"], ""),
        },
        .. Lead.State switch
        {
            LeadState.Confirmed => (Happening[])[new(null, "calendar", Tone.Quiet, words["检查并公示结果", "Inspected, and the result published"], "") { IsAhead = true }],
            LeadState.Inspected => [new(null, "check", Tone.Good, words["已检查，结果已公示", "Inspected; the result is public"], "")],
            _ => [],
        },
    ];

    public async Task<IActionResult> OnGetAsync(string receipt, CancellationToken cancellation) =>
        await LoadAsync(receipt, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string receipt, CancellationToken cancellation)
    {
        if (!await LoadAsync(receipt, cancellation))
            return NotFound();
        foreach (var file in Files)
        {
            await using var content = file.OpenReadStream();
            if ((await reporting.AddFileAsync(receipt, file.FileName, content, cancellation)).IsRefused(out var refusal))
                return this.Refuse(refusal, NewLeadModel.Fields);
        }

        return this.Done($"/leads/{receipt}", words[$"已添加 {Files.Count} 个文件。", $"Added: {Files.Count}."]);
    }

    private async Task<bool> LoadAsync(string receipt, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await reporting.FindAsync(receipt, cancellation) is not { } found)
            return false;
        (Lead, Receipt) = (found, receipt);
        return true;
    }
}
