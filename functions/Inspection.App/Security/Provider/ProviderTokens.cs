using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

/// <summary>Knows a request's user by an access token of the provider.</summary>
internal sealed class ProviderTokens(IOptions<SignInOptions> signIn, TimeProvider time, ProviderUsers users)
    : JwtBearerEvents, IConfigureNamedOptions<JwtBearerOptions>
{
    public const string Name = "ProviderToken";

    public void Configure(JwtBearerOptions options) => Configure(Name, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != Name)
            return;
        var settings = signIn.Value;
        options.Authority = settings.Authority!.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.MapInboundClaims = false;
        // One answer for every reason: a stranger learns nothing about tokens.
        options.IncludeErrorDetails = false;
        options.SaveToken = false;
        options.TokenValidationParameters = ProviderRules.For(time);
        options.TokenValidationParameters.ValidAudience = settings.Audience;
        options.Events = this;
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var user = await users.SignInAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (user.IsRefused(out var refusal))
            context.Fail(refusal.Detail);
        else
            context.Principal = UserIdentity.PrincipalOf(user.Value, Name);
    }
}
