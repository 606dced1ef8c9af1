using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Inspection.App.Security;

internal static class SecurityRegistration
{
    /// <summary>Adds users, tokens and sign-in. An endpoint that does not say who may use it is for signed-in users.</summary>
    public static IHostApplicationBuilder AddSecurity(this IHostApplicationBuilder builder)
    {
        builder.AddUsers();
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<IKeyProtector, KeyProtector>();
        builder.Services.AddAuthentication(TokenAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    /// <summary>Adds the users and tokens alone, which the command line works on too.</summary>
    public static IHostApplicationBuilder AddUsers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UserStore>();
        builder.Services.AddSingleton<TokenStore>();
        return builder;
    }
}
