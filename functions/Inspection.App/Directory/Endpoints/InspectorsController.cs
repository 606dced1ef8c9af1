using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ETag = Azure.ETag;

namespace Inspection.App.Directory;

/// <summary>The directory of inspectors (执法检查人员名录库).</summary>
[ApiController]
[Route("api/v1/inspectors")]
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class InspectorsController(InspectorStore store, RecusalDesk recusals, DirectoryFileAnswers files)
    : ControllerBase
{
    private const string Directory = "inspectors";

    [HttpGet]
    public Task<Page<InspectorView>> List(
        string? q,
        string? department,
        string? cursor,
        [Range(1, Page<InspectorView>.MaxLimit)] int limit = Page<InspectorView>.DefaultLimit,
        CancellationToken cancellation = default) =>
        new InspectorQuery(q, department).ReadAsync(store, cursor, limit, InspectorView.Of, cancellation);

    [HttpGet("{inspectorId}")]
    public async Task<ActionResult<InspectorView>> Get(string inspectorId, CancellationToken cancellation) =>
        this.Answer(
            await store.GetAsync(inspectorId, cancellation), DirectoryRefusals.Unknown($"inspector {inspectorId}"), InspectorView.Of);

    /// <summary>Puts the inspector there; with If-Match only in place of the version that was read.</summary>
    [HttpPut("{inspectorId}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType<InspectorView>(StatusCodes.Status200OK)]
    [ProducesResponseType<InspectorView>(StatusCodes.Status201Created)]
    public async Task<ActionResult<InspectorView>> Put(
        string inspectorId, InspectorInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var wanted = input.ToInspector(inspectorId);
        if (wanted.IsRefused(out var refusal))
            return refusal.ToProblem();
        var saved = await store.SaveAsync(wanted.Value, Request.ExpectedVersion(), cancellation);
        return this.AnswerSaved(saved, AddressOf(inspectorId), InspectorView.Of);
    }

    [HttpDelete("{inspectorId}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Delete(string inspectorId, CancellationToken cancellation) =>
        this.AnswerGone(await store.DeleteAsync(inspectorId, Request.ExpectedVersion() ?? ETag.All, cancellation));

    /// <summary>Declares that the inspector must not inspect an enterprise; another person has to confirm it.</summary>
    [HttpPost("{inspectorId}/recusals")]
    [Authorize(Roles = DirectoryRoles.Recusers)]
    [ProducesResponseType<RecusalView>(StatusCodes.Status201Created)]
    public async Task<ActionResult<RecusalView>> Declare(
        string inspectorId, RecusalInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var outcome = await recusals.DeclareAsync(inspectorId, input.Uscc, input.Grounds, User.Actor(), cancellation);
        return outcome.IsRefused(out var refusal)
            ? refusal.ToProblem()
            : Created(AddressOf(inspectorId), RecusalView.Of(outcome.Value));
    }

    /// <summary>Confirms a recusal that somebody else declared; from then on draws keep to it.</summary>
    [HttpPost("{inspectorId}/recusals/{uscc}/confirm")]
    [Authorize(Roles = DirectoryRoles.Recusers)]
    public async Task<ActionResult<RecusalView>> Confirm(string inspectorId, string uscc, CancellationToken cancellation)
    {
        var outcome = await recusals.ConfirmAsync(inspectorId, uscc, User.Actor(), cancellation);
        return outcome.IsRefused(out var refusal) ? refusal.ToProblem() : RecusalView.Of(outcome.Value);
    }

    /// <summary>Takes in a file of inspectors, CSV or Excel; with dryRun it is only checked.</summary>
    [HttpPost("import")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType<ImportView>(StatusCodes.Status201Created)]
    [ProducesResponseType<ImportView>(StatusCodes.Status202Accepted)]
    public Task<ActionResult> Import(IFormFile file, bool dryRun = false, CancellationToken cancellation = default) =>
        files.ImportAsync(Directory, file, dryRun, User.Actor(), cancellation);

    [HttpGet("template")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType, Workbook.MediaType)]
    public Task<ActionResult> Template(FileFormat format = FileFormat.Csv, CancellationToken cancellation = default) =>
        files.TemplateAsync(Directory, format, cancellation);

    /// <summary>All inspectors as CSV, which can be imported again.</summary>
    [HttpGet("export")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public ActionResult Export(CancellationToken cancellation) => files.Export(Directory, cancellation);

    private static string AddressOf(string inspectorId) => $"/api/v1/inspectors/{Uri.EscapeDataString(inspectorId)}";
}
