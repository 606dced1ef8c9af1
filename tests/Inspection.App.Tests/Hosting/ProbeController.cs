using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Inspection.App.Tests.Hosting;

/// <summary>Endpoints that go wrong on purpose, for tests that add them.</summary>
[ApiController]
[Route("api/v1/public/probe")]
[AllowAnonymous]
public sealed class ProbeController : ControllerBase
{
    public const string Secret = "the database password is 12345";

    internal static TestAppOptions Options { get; } = new()
    {
        Configure = builder => builder.Services.AddControllers().AddApplicationPart(typeof(ProbeController).Assembly),
    };

    [HttpGet("broken/{link}")]
    public ActionResult Broken(string link) => throw new InvalidOperationException($"{Secret} {link.Length} {Request.Method}");

    [HttpPost("/probe/broken")]
    public ActionResult BrokenPage() => throw new InvalidOperationException($"{Secret} {Request.Method}");

    [HttpPost("body")]
    public ActionResult<ProbeBody> Body(ProbeBody body) => Ok(body);
}

/// <summary>A page for whoever is signed in.</summary>
[ApiController]
[Route("probe/page")]
[Authorize]
public sealed class ProbePageController : ControllerBase
{
    [HttpGet]
    public ActionResult Show() => NoContent();
}

public sealed record ProbeBody
{
    public int Count { get; init; }

    public DayOfWeek Day { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<ProbeBody> Inner { get; init; } = [];
}
