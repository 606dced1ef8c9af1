using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Oversight;

/// <summary>A lead as those see it who decide on it.</summary>
public sealed record LeadView(
    string Id, LeadState State, DateTimeOffset ReceivedAt, string Uscc, string Subject, string Text, LeadContact? Contact, IReadOnlyList<Evidence> Files,
    string TriagedBy, DateTimeOffset? TriagedAt, string Answer, string TaskId, string ResultId)
{
    internal static LeadView Of(Lead lead, LeadSeal seal) => new(
        lead.Id, lead.State, lead.ReceivedAt, lead.Uscc, lead.Subject, lead.Text, seal.Open(lead), lead.Files,
        lead.TriagedBy, lead.TriagedAt, lead.Answer, lead.TaskId, lead.ResultId);
}

/// <summary>Leads (线索) from the public. Whoever decides on them reads them, and nobody else.</summary>
[ApiController]
[Route("api/v1/oversight/leads")]
[Authorize(Roles = $"{Role.Reviewer},{Role.Scheduler}")]
internal sealed class LeadsController(LeadStore leads, LeadSeal seal, LeadFiles files, Triage triage) : ControllerBase
{
    private const string Bytes = "application/octet-stream";

    /// <summary>Leads by the day on which they came. A page may be short, even empty, while there is a next one.</summary>
    [HttpGet]
    public async Task<ActionResult<Page<LeadView>>> List(
        LeadState? state, [Range(1, Page<LeadView>.MaxLimit)] int limit = Page<LeadView>.DefaultLimit, string? cursor = null,
        CancellationToken cancellation = default)
    {
        var page = await leads.ListAsync(state, limit, cursor, cancellation);
        return new Page<LeadView>([.. page.Items.Select(View)], page.Next);
    }

    [HttpGet("{id}")]
    public async Task<ActionResult<LeadView>> Get(string id, CancellationToken cancellation) =>
        this.Answer(await leads.FindAsync(id, cancellation), NoLead(id), View);

    /// <summary>A photo or a document as it was sent, to be saved and not shown in place.</summary>
    [HttpGet("{id}/files/{sha256}")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, Bytes)]
    public async Task<IActionResult> GetFile(string id, string sha256, CancellationToken cancellation)
    {
        if (await leads.FindAsync(id, cancellation) is not { } lead || lead.Files.FirstOrDefault(one => one.Sha256 == sha256) is not { } file)
            return Refusal.NotFound($"lead {id} has no file {sha256}").ToProblem();
        var blob = await files.OpenAsync(lead, file, cancellation);
        return File(blob.Content, file.MediaType, file.FileName);
    }

    /// <summary>Does not follow a lead; the reporter is told why.</summary>
    [HttpPost("{id}/dismiss")]
    public async Task<ActionResult<LeadView>> Dismiss(string id, LeadDismissal body, CancellationToken cancellation) =>
        this.Answer(await triage.DismissAsync(id, body, Request.ExpectedVersion(), User.Actor(), cancellation), View);

    /// <summary>Makes the targeted task that looks into a lead; the head approves it.</summary>
    [HttpPost("{id}/confirm")]
    public async Task<ActionResult<LeadView>> Confirm(string id, LeadConfirmation body, CancellationToken cancellation) =>
        this.Answer(await triage.ConfirmAsync(id, body, Request.ExpectedVersion(), User.Actor(), cancellation), View);

    private LeadView View(Lead lead) => LeadView.Of(lead, seal);

    private static Refusal NoLead(string id) => Refusal.NotFound($"there is no lead {id}");
}
