using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ETag = Azure.ETag;

namespace Inspection.App.Directory;

/// <summary>The directory of check items (随机抽查事项清单).</summary>
[ApiController]
[Route("api/v1/items")]
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class ItemsController(CheckItemStore store, DirectoryFileAnswers files) : ControllerBase
{
    private const string Directory = "items";

    [HttpGet]
    public Task<Page<ItemView>> List(
        string? q,
        ItemCategory? category,
        bool? published,
        string? cursor,
        [Range(1, Page<ItemView>.MaxLimit)] int limit = Page<ItemView>.DefaultLimit,
        CancellationToken cancellation = default) =>
        new CheckItemQuery(q, category, published).ReadAsync(store, cursor, limit, ItemView.Of, cancellation);

    [HttpGet("{code}")]
    public async Task<ActionResult<ItemView>> Get(string code, CancellationToken cancellation) =>
        this.Answer(await store.GetAsync(code, cancellation), DirectoryRefusals.Unknown($"item {code}"), ItemView.Of);

    /// <summary>Puts the item there; with If-Match only in place of the version that was read.</summary>
    [HttpPut("{code}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType<ItemView>(StatusCodes.Status200OK)]
    [ProducesResponseType<ItemView>(StatusCodes.Status201Created)]
    public async Task<ActionResult<ItemView>> Put(
        string code, ItemInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var wanted = input.ToItem(code);
        if (wanted.IsRefused(out var refusal))
            return refusal.ToProblem();
        var saved = await store.SaveAsync(wanted.Value, Request.ExpectedVersion(), cancellation);
        return this.AnswerSaved(saved, $"/api/v1/items/{Uri.EscapeDataString(code)}", ItemView.Of);
    }

    [HttpDelete("{code}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Delete(string code, CancellationToken cancellation) =>
        this.AnswerGone(await store.DeleteAsync(code, Request.ExpectedVersion() ?? ETag.All, cancellation));

    /// <summary>Takes in a file of check items, CSV or Excel; with dryRun it is only checked.</summary>
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

    /// <summary>All items as CSV, which can be imported again.</summary>
    [HttpGet("export")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public ActionResult Export(CancellationToken cancellation) => files.Export(Directory, cancellation);
}
