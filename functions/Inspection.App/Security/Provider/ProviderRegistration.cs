using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

internal static class ProviderRegistration
{
    /// <summary>Adds sign-in by a provider, for pages and for the API, as far as the settings name one.</summary>
    public static AuthenticationBuilder AddProvider(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var section = configuration.GetSection(SignInOptions.Section);
        if (section[nameof(SignInOptions.Authority)] is null)
            return authentication;
        authentication.Services.AddSingleton<ProviderClaims>().AddSingleton<ProviderUsers>();
        if (section[nameof(SignInOptions.ClientId)] is not null)
        {
            authentication.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ProviderPages>();
            authentication.AddOpenIdConnect(ProviderPages.Name, _ => { });
        }

        if (section[nameof(SignInOptions.Audience)] is not null)
        {
            authentication.Services.AddSingleton<IConfigureOptions<JwtBearerOptions>, ProviderTokens>();
            authentication.AddJwtBearer(ProviderTokens.Name, _ => { });
        }

        return authentication;
    }
}
