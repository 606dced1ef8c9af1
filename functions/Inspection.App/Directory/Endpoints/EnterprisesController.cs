using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

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
        [FromQuery] PageRequest page,
        [FromQuery] string? q,
        [FromQuery] string? district,
        [FromQuery] string? riskClass,
        CancellationToken cancellation)
    {
        if (page.IsRefused(out var refusal))
            return refusal.ToProblem();
        var query = new EnterpriseQuery(q, district);
        if (!string.IsNullOrEmpty(riskClass))
        {
            if (!RiskClass.TryParse(riskClass, out var parsed))
                return DirectoryRefusals.BadValue("riskClass", "a class is 1 to 8 of A-Z, a-z and 0-9").ToProblem();
            query = query with { RiskClass = parsed };
        }

        try
        {
            var found = await store.FindAsync(query, page.Cursor, page.Limit, cancellation);
            return new Page<EnterpriseView>([.. found.Items.Select(EnterpriseView.Of)], found.Next);
        }
        catch (InvalidContinuationException exception)
        {
            return PageRequest.BadCursor(exception).ToProblem();
        }
    }

    [HttpGet("{uscc}")]
    public async Task<ActionResult<EnterpriseView>> Get(string uscc, CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem).ToProblem();
        return await store.GetAsync(code, cancellation) is { } found
            ? Show(found)
            : DirectoryRefusals.Unknown($"enterprise {code}").ToProblem();
    }

    /// <summary>Adds the enterprise, or with If-Match replaces the version that was read.</summary>
    [HttpPut("{uscc}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    public async Task<ActionResult<EnterpriseView>> Put(
        string uscc, [FromBody] EnterpriseInput input, CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem).ToProblem();
        var wanted = input.ToEnterprise(code);
        if (wanted.IsRefused(out var refusal))
            return refusal.ToProblem();
        var expected = Request.ExpectedVersion();
        var written = expected is { } etag
            ? await store.ReplaceAsync(wanted.Value, etag, cancellation)
            : await store.AddAsync(wanted.Value, cancellation);
        if (written.IsRefused(out refusal))
            return refusal.ToProblem();
        return expected is null
            ? CreatedAtAction(nameof(Get), new { uscc = code.ToString() }, Show(written.Value).Value)
            : Show(written.Value);
    }

    [HttpDelete("{uscc}")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    public async Task<ActionResult> Delete(string uscc, CancellationToken cancellation)
    {
        if (!CodeCell.TryParse(CellText.Narrow(uscc), out var code, out var problem))
            return DirectoryRefusals.BadValue("uscc", problem).ToProblem();
        var refusal = await store.DeleteAsync(code, Request.ExpectedVersion() ?? Azure.ETag.All, cancellation);
        return refusal is null ? NoContent() : refusal.ToProblem();
    }

    /// <summary>The districts that enterprises are or were registered in.</summary>
    [HttpGet("districts")]
    public async Task<ActionResult<Page<string>>> Districts(CancellationToken cancellation) =>
        new Page<string>(await store.DistrictsAsync(cancellation), null);

    /// <summary>Takes in a file of enterprises, CSV or Excel; with dryRun it is only checked.</summary>
    [HttpPost("import")]
    [Authorize(Roles = DirectoryRoles.Keepers)]
    public Task<ActionResult> Import(IFormFile file, CancellationToken cancellation, [FromQuery] bool dryRun = false) =>
        files.ImportAsync(Directory, file, dryRun, User.Actor(), cancellation);

    [HttpGet("template")]
    public Task<ActionResult> Template(CancellationToken cancellation, [FromQuery] FileFormat format = FileFormat.Csv) =>
        files.TemplateAsync(Directory, format, cancellation);

    /// <summary>All enterprises as CSV, which can be imported again.</summary>
    [HttpGet("export")]
    public ActionResult Export(CancellationToken cancellation) => files.Export(Directory, cancellation);

    private ActionResult<EnterpriseView> Show(Enterprise enterprise)
    {
        Response.ShowVersion(enterprise.ETag);
        return EnterpriseView.Of(enterprise);
    }
}
