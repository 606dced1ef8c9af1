using Inspection.App.Settings;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Inspection.App.Security;

internal static class SecurityRegistration
{
    // Chooses by the request: a token where one is sent, of this service or of the provider, else the browser's session.
    private const string TokenOrSession = "TokenOrSession";

    /// <summary>Adds users, tokens, sessions, the audit log and the protection of draw keys.</summary>
    public static IHostApplicationBuilder AddSecurity(this IHostApplicationBuilder builder)
    {
        builder.AddUsers();
        builder.Services.AddSingleton<FirstSignIn>();
        builder.Services.AddSingleton<AuditRequests>();
        builder.Services.Configure<MvcOptions>(options => options.Filters.AddService<AuditRequests>());
        builder.AddSignIn();
        builder.AddKeys();
        return builder;
    }

    /// <summary>Adds the users, tokens and the audit log alone, which the command line works on too.</summary>
    public static IHostApplicationBuilder AddUsers(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<SignInOptions>();
        builder.Services.AddSingleton<UserStore>();
        builder.Services.AddSingleton<TokenStore>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<AuditLog>();
        builder.Services.AddSingleton<IAuditLog>(services => services.GetRequiredService<AuditLog>());
        return builder;
    }

    private static void AddSignIn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Session>();
        builder.Services.AddSingleton<TokenUsers>();
        builder.Services.AddAuthentication(TokenOrSession)
            .AddPolicyScheme(TokenOrSession, null, options => options.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddCookie(Session.Name, Session.Configure)
            .AddProvider(builder.Configuration);
        builder.Services.AddAuthorization();
    }

    private static string SchemeFor(HttpContext context)
    {
        if (!TokenAuthentication.IsTried(context))
            return Session.Name;
        var takesProviders = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.Audience is not null;
        return takesProviders && !TokenAuthentication.IsOwn(context) ? ProviderTokens.Name : TokenAuthentication.Name;
    }

    private static void AddKeys(this IHostApplicationBuilder builder)
    {
        // The name is part of what keys are derived from: with another one nothing that was closed before opens.
        builder.Services.AddDataProtection().SetApplicationName("Inspection");
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<IBlobStore>((options, blobs) => options.XmlRepository = new BlobKeyRing(blobs));
        builder.Services.AddSingleton<IValidateOptions<EscrowOptions>, EscrowOptions.Validation>();
        builder.Services.AddOptions<EscrowOptions>()
            .Configure(options => options.EscrowKeyFile = builder.Configuration[EscrowOptions.Setting])
            .ValidateOnStart();
        builder.Services.AddSingleton<IKeyProtector, KeyProtector>();
    }
}
