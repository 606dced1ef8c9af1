using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Inspection.App.Pages;

/// <summary>Where to turn to with an error, and what to say.</summary>
internal sealed class ReportModel(IOptions<PortalOptions> portal) : PageModel
{
    private const int MaxLength = 500;

    /// <summary>The page that the reader came from: a path of this site, else nothing.</summary>
    [FromQuery(Name = "page")]
    public string? From { get; set; }

    public PortalOptions Portal => portal.Value;

    public string? Address => From is { Length: > 0 and < MaxLength } && Url.IsLocalUrl(From)
        ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}{From}"
        : null;
}
