using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Security;

/// <summary>The beginning and the end of a browser's session.</summary>
[ApiController]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class SignInController(FirstSignIn first, IAuditLog log) : ControllerBase
{
    /// <summary>Where the link leads.</summary>
    private const string Landing = "/docs";

    [HttpGet("sign-in/{secret}")]
    [AllowAnonymous]
    public async Task<ActionResult> ByLink(string secret, CancellationToken cancellation)
    {
        var outcome = await first.RedeemAsync(secret, cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        await Session.BeginAsync(HttpContext, outcome.Value);
        var actor = new Actor(outcome.Value.Name, outcome.Value.Roles, outcome.Value.Department);
        await log.WriteAsync(actor, "sign-in", $"users/{actor.Name}", cancellation: CancellationToken.None);
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect(Landing);
    }

    [HttpPost("sign-out")]
    [Authorize]
    public async Task<ActionResult> End()
    {
        await Session.EndAsync(HttpContext);
        return NoContent();
    }
}
