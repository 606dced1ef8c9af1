using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Inspection.App.Security;

/// <summary>Signs a browser in at the provider: the code flow with PKCE, whose end is a session as any other.</summary>
internal sealed class ProviderPages(
    IOptions<SignInOptions> signIn, TimeProvider time, ProviderUsers users, IAuditLog log, ILogger<ProviderPages> diagnostics)
    : OpenIdConnectEvents, IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Name = "Provider";

    private static readonly Refusal Failed = Refusal.Forbidden(
        "sign-in-failed", "the sign-in at the provider was broken off or took too long; begin again at /sign-in");

    public void Configure(OpenIdConnectOptions options) => Configure(Name, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Name)
            return;
        var settings = signIn.Value;
        options.Authority = settings.Authority!.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a plain visit to the callback, with which the browser sends the cookies of this site.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.CallbackPath = "/sign-in/callback";
        options.SignedOutCallbackPath = "/sign-out/callback";
        options.RemoteSignOutPath = "/sign-out/provider";
        options.SignInScheme = Session.Name;
        options.TokenValidationParameters = ProviderRules.For(time);
        options.Scope.Clear();
        foreach (var scope in settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            options.Scope.Add(scope);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events = this;
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var user = await users.SignInAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (user.IsRefused(out var refusal))
        {
            await ProblemAnswer.WriteAsync(context.HttpContext, refusal);
            context.HandleResponse();
            return;
        }

        context.Principal = UserIdentity.PrincipalOf(user.Value, Session.Name);
        await log.WriteAsync(UserIdentity.ActorOf(user.Value), "sign-in", $"users/{user.Value.Name}", cancellation: CancellationToken.None);
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        diagnostics.LogWarning(context.Failure, "A sign-in at the provider failed");
        await ProblemAnswer.WriteAsync(context.HttpContext, Failed);
        context.HandleResponse();
    }
}
