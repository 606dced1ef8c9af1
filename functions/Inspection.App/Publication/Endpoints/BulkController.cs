using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;

namespace Inspection.App.Publication;

/// <summary>
/// All published results as files, for everybody: a table and JSON Lines for each month of publication, made every night
/// for the months in which something changed, with their hashes.
/// </summary>
[ApiController]
[Route("api/v1/public/bulk")]
[AllowAnonymous]
[EnableCors(PublicAnswers.Cors)]
internal sealed class BulkController(BulkStore files, IOptions<RuleOptions> rules) : ControllerBase
{
    private const string Prefix = "results-";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The months with files, the newest first.</summary>
    [HttpGet]
    [ProducesResponseType<Page<BulkMonth>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List(CancellationToken cancellation) =>
        this.Cached(new Page<BulkMonth>(await files.AllAsync(cancellation).ToListAsync(cancellation), null));

    /// <summary>Describes the files to programs: a Data Package (datapackage.org), whose paths are relative to this address.</summary>
    [HttpGet(DataPackage.FileName)]
    [ProducesResponseType<object>(StatusCodes.Status200OK, "application/json")]
    public async Task<ActionResult> Describe(CancellationToken cancellation)
    {
        var package = DataPackage.Of(rules.Value.Authority, await files.AllAsync(cancellation).ToListAsync(cancellation));
        return this.Cached(
            Content(package.ToString(Formatting.Indented), "application/json; charset=utf-8"), PublicAnswers.VersionOf(package), Fresh);
    }

    /// <summary>The hashes of all files, as <c>sha256sum --check</c> reads them.</summary>
    [HttpGet("SHA256SUMS")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    public async Task<ActionResult> Sums(CancellationToken cancellation)
    {
        var lines = await files.AllAsync(cancellation).SelectMany(static month => month.Files)
            .Select(static file => $"{file.Sha256}  {file.Name}\n").ToListAsync(cancellation);
        var text = string.Concat(lines);
        return this.Cached(Content(text, "text/plain; charset=utf-8"), PublicAnswers.VersionOf(text), Fresh);
    }

    /// <summary>A file, such as <c>results-2026-12.csv</c>; a part of it where a range is asked for.</summary>
    [HttpGet("{file}")]
    [ProducesResponseType<FileResult>(StatusCodes.Status200OK, JsonLinesResult.MediaType)]
    public async Task<ActionResult> Get(string file, CancellationToken cancellation)
    {
        if (await FindAsync(file, cancellation) is not var (month, found) || await files.OpenAsync(month, found, cancellation) is not { } blob)
            return Refusal.NotFound($"there is no bulk file {file}; the list and {DataPackage.FileName} name those that there are").ToProblem();
        Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = Fresh };
        var mediaType = found == month.Csv ? "text/csv; charset=utf-8" : $"{JsonLinesResult.MediaType}; charset=utf-8";
        return new FileStreamResult(blob.Content, mediaType)
        {
            FileDownloadName = found.Name,
            EntityTag = new EntityTagHeaderValue($"\"{found.Sha256}\""),
            EnableRangeProcessing = true,
        };
    }

    private async Task<(BulkMonth Month, BulkFile File)?> FindAsync(string name, CancellationToken cancellation)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        if (!stem.StartsWith(Prefix, StringComparison.Ordinal) || !PublicationMonth.TryParse(stem[Prefix.Length..], out var month))
            return null;
        return await files.FindAsync(month, cancellation) is { } made && made.Files.FirstOrDefault(file => file.Name == name) is { } found
            ? (made, found)
            : null;
    }
}
