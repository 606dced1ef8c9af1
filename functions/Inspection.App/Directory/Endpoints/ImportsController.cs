using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Directory;

/// <summary>Imports, by the address that taking a file in gave.</summary>
[ApiController]
[Route("api/v1/imports/{id}")]
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class ImportsController(ImportStore imports, IBlobStore blobs) : ControllerBase
{
    /// <summary>How far the import is.</summary>
    [HttpGet]
    public async Task<ActionResult<ImportView>> Get(string id, CancellationToken cancellation) =>
        await imports.GetAsync(id, cancellation) is { } job ? ImportView.Of(job) : Unknown(id).ToProblem();

    /// <summary>The bad rows in the columns of the file, with a column 错误信息.</summary>
    [HttpGet("errors")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType, Workbook.MediaType)]
    public async Task<ActionResult> Errors(
        string id, FileFormat format = FileFormat.Csv, CancellationToken cancellation = default)
    {
        if (await imports.GetAsync(id, cancellation) is not { } job)
            return Unknown(id).ToProblem();
        if (job.BadRows == 0 || await blobs.GetAsync(job.ErrorsBlob, cancellation) is not { } errors)
            return Refusal.NotFound($"import {id} has no bad rows").ToProblem();
        HttpContext.Response.RegisterForDispose(errors);
        var name = $"{job.Directory}-errors";
        return format == FileFormat.Csv
            ? File(errors.Content, CsvResult.MediaType, $"{name}.csv")
            : File(await ReturnedRows.ToWorkbookAsync(errors.Content, cancellation), Workbook.MediaType, $"{name}.xlsx");
    }

    private static Refusal Unknown(string id) => Refusal.NotFound($"there is no import {id}");
}
