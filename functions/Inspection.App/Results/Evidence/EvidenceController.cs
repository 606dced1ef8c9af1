using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Results;

/// <summary>Photos and documents that back a result. They are never public.</summary>
[ApiController]
[Route("api/v1/draws/{id}/results/{uscc}/evidence")]
internal sealed class EvidenceController(EvidenceDesk desk, ResultReader reader) : ControllerBase
{
    private const string Bytes = "application/octet-stream";

    [HttpGet]
    [Authorize(Roles = VisitAccess.Readers)]
    public async Task<ActionResult<Page<Evidence>>> List(string id, string uscc, CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(new ResultId(id, uscc), User.Actor(), cancellation);
        return found.IsRefused(out var refusal) ? refusal.ToProblem() : new Page<Evidence>(found.Value.Result.Evidence, null);
    }

    /// <summary>Adds a file to a result that is being written.</summary>
    [HttpPost]
    [ProducesResponseType<Evidence>(StatusCodes.Status201Created)]
    [Authorize(Roles = VisitAccess.Writers)]
    public async Task<ActionResult<Evidence>> Add(string id, string uscc, [Required] IFormFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        await using var content = file.OpenReadStream();
        var added = await desk.AddAsync(new ResultId(id, uscc), file.FileName, content, User.Actor(), cancellation);
        return added.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : Created($"/api/v1/draws/{id}/results/{uscc}/evidence/{added.Value.Sha256}", added.Value);
    }

    /// <summary>The file as it was sent, to be saved and not shown in place.</summary>
    [HttpGet("{sha256}")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, Bytes)]
    [Authorize(Roles = VisitAccess.Readers)]
    public async Task<IActionResult> Get(string id, string uscc, string sha256, CancellationToken cancellation)
    {
        var found = await desk.OpenAsync(new ResultId(id, uscc), sha256, User.Actor(), cancellation);
        return found.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : File(found.Value.Blob.Content, found.Value.Evidence.MediaType, found.Value.Evidence.FileName);
    }

    /// <summary>Takes a file back, while the result is being written.</summary>
    [HttpDelete("{sha256}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Authorize(Roles = VisitAccess.Writers)]
    public async Task<ActionResult> Remove(string id, string uscc, string sha256, CancellationToken cancellation) =>
        this.AnswerGone(await desk.RemoveAsync(new ResultId(id, uscc), sha256, User.Actor(), cancellation));
}
