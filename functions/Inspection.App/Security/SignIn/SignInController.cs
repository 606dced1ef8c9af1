using Inspection.App.Languages;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>The beginning and the end of a browser's session.</summary>
[ApiController]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class SignInController(FirstSignIn first, IOptions<SignInOptions> options, IAuditLog log) : ControllerBase
{
    /// <summary>Goes to the provider, and from there to the address that was wanted, which is one of this site.</summary>
    [HttpGet("sign-in/provider")]
    [AllowAnonymous]
    public ActionResult AtProvider(string? returnUrl)
    {
        if (options.Value.ClientId is null)
            return Refusal.NotFound("no provider signs in here: SignIn:Authority and SignIn:ClientId name one").ToProblem();
        // The provider knows one address to come back to, whatever language the page has.
        var root = LanguagePrefix.BaseIn(Language.Chinese, HttpContext);
        if (Request.PathBase != root)
            return LocalRedirect($"{root}{Request.Path}{Request.QueryString}");
        return Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(returnUrl) ? returnUrl : Session.Landing }, ProviderPages.Name);
    }

    [HttpGet("sign-in/{secret}")]
    [AllowAnonymous]
    public async Task<ActionResult> ByLink(string secret, CancellationToken cancellation)
    {
        var outcome = await first.RedeemAsync(secret, cancellation);
        if (outcome.IsRefused(out var refusal))
            return refusal.ToProblem();
        await Session.BeginAsync(HttpContext, outcome.Value);
        var actor = UserIdentity.ActorOf(outcome.Value);
        await log.WriteAsync(actor, "sign-in", $"users/{actor.Name}", cancellation: CancellationToken.None);
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect(Session.Landing);
    }

    [HttpPost("sign-out")]
    [Authorize]
    public async Task<ActionResult> End()
    {
        await Session.EndAsync(HttpContext);
        return NoContent();
    }
}
