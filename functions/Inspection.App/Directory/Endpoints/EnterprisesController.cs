using System.ComponentModel.DataAnnotations;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ETag = Azure.ETag;

namespace Inspection.App.Directory;

/// <summary>The directory of enterprises (检查对象名录库).</summary>
[ApiController]
[Route("api/v1/enterprises")]
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class EnterprisesController(EnterpriseStore store, DirectoryFileAnswers files) : ControllerBase
{
    private const string Directory = "enterprises";

    /// <summary>A page of those that fit; a page may be short where few do, and its cursor goes on.</summary>
    [HttpGet]
    public async Task<ActionResult<Page<EnterpriseView>>> List(
        string? q,
        string? district,
        string? riskClass,
        string? cursor,
        [Range(1, Page<EnterpriseView>.MaxLimit)] int limit = Page<EnterpriseView>.DefaultLimit,
        CancellationToken cancellation = default)
    {
        var hasClass = RiskClass.TryParse(riskClass ?? "", out var wanted);
        if (!hasClass && !string.IsNullOrEmpty(riskClass))
            return DirectoryRefusals.BadValue("riskClass", "a class is 1 to 8 of A-Z, a-z and 0-9").ToProblem();
        var query = new EnterpriseQuery(q, district, hasClass ? wanted : null);
        var found = await store.FindAsync(query, cursor, limit, cancellation);
        return new Page<EnterpriseView>([.. found.Items.Select(EnterpriseView.Of)], found.Next);
    }

    [HttpGet("{uscc}")]
    public async Task<ActionResult<EnterpriseView>> Get(string uscc, CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem).ToProblem();
        var found = await store.GetAsync(code, cancellation);
        return this.Answer(found, DirectoryRefusals.Unknown($"enterprise {code}"), EnterpriseView.Of);
    }

    /// <summary>Puts the enterprise there; with If-Match only in place of the version that was read.</summary>
    [HttpPut("{uscc}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType<EnterpriseView>(StatusCodes.Status200OK)]
    [ProducesResponseType<EnterpriseView>(StatusCodes.Status201Created)]
    public async Task<ActionResult<EnterpriseView>> Put(
        string uscc, EnterpriseInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem).ToProblem();
        var wanted = input.ToEnterprise(code);
        if (wanted.IsRefused(out var refusal))
            return refusal.ToProblem();
        var saved = await store.SaveAsync(wanted.Value, Request.ExpectedVersion(), cancellation);
        return this.AnswerSaved(saved, $"/api/v1/enterprises/{code}", EnterpriseView.Of);
    }

    [HttpDelete("{uscc}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<ActionResult> Delete(string uscc, CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem).ToProblem();
        return this.AnswerGone(await store.DeleteAsync(code, Request.ExpectedVersion() ?? ETag.All, cancellation));
    }

    /// <summary>The districts that enterprises are or were registered in.</summary>
    [HttpGet("districts")]
    public async Task<ActionResult<Page<string>>> Districts(CancellationToken cancellation) =>
        new Page<string>(await store.DistrictsAsync(cancellation), null);

    /// <summary>Takes in a file of enterprises, CSV or Excel; with dryRun it is only checked.</summary>
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

    /// <summary>All enterprises as CSV, which can be imported again.</summary>
    [HttpGet("export")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, CsvResult.MediaType)]
    public ActionResult Export(CancellationToken cancellation) => files.Export(Directory, cancellation);
}
