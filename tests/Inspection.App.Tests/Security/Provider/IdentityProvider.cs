using System.Security.Claims;
using System.Security.Cryptography;
using Inspection.App.Tests.Hosting;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using HttpResults = Microsoft.AspNetCore.Http.Results;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Inspection.App.Tests.Security;

/// <summary>
/// A real provider of OpenID Connect in this process, on a loopback port. Whoever comes to sign in is the person that the
/// test has sitting at it.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "inspection-pages";
    public const string Audience = "inspection-api";

    // Making a key takes longer than most tests, so all providers of a run have the same: the address tells them apart.
    private static readonly RsaSecurityKey SigningKey = NewKey();
    private static readonly RsaSecurityKey EncryptionKey = NewKey();

    private readonly WebApplication app;

    private IdentityProvider(WebApplication app) => this.app = app;

    /// <summary>Who signs in.</summary>
    public Person Person { get; set; } = new("4711", "li.lei");

    public Uri Authority => new(app.Urls.First() + "/");

    /// <summary>The settings of an app that signs in here.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("SignIn:Authority", Authority.AbsoluteUri), ("SignIn:ClientId", ClientId), ("SignIn:Audience", Audience),
    ];

    /// <param name="time">Its clock.</param>
    public static async Task<IdentityProvider> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time);
        builder.Services.AddOpenIddict().AddServer(Configure);
        var provider = new IdentityProvider(builder.Build());
        provider.app.Map("/authorize", (Delegate)provider.Authorize);
        provider.app.MapPost("/token", (Delegate)ExchangeAsync);
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>An access token of the person, as a program would have it.</summary>
    public async Task<string> TokenAsync(string audience = Audience)
    {
        using var client = new HttpClient { BaseAddress = Authority };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = Person.Serialize(), ["password"] = "-", ["client_id"] = audience, ["scope"] = "openid profile",
        });
        using var response = await client.PostAsync("token", form, TestContext.Current.CancellationToken);
        return (string)(await Answer.OfAsync(response)).Expect(System.Net.HttpStatusCode.OK).Json["access_token"]!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("n") };

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode();
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowPasswordFlow();
        server.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey).DisableAccessTokenEncryption();
        server.RegisterScopes(Scopes.Profile);
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough()
            .DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(static context =>
        {
            if (context.ClientId != ClientId)
                context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(static _ => default));
    }

    private static IResult SignIn(Person person, OpenIddictRequest request, string? audience)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.PreferredUsername, "roles");
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.PreferredUsername, person.Name)
            .SetClaim(Claims.Name, person.DisplayName).SetClaim("department", person.Department).SetClaim("inspector", person.Inspector);
        identity.SetClaims("roles", [.. person.Roles]);
        identity.SetScopes(request.GetScopes());
        if (audience is not null)
            identity.SetAudiences(audience);
        identity.SetDestinations(static _ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return HttpResults.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> ExchangeAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.IsPasswordGrantType())
            return SignIn(Person.Deserialize(request.Username!), request, request.ClientId);
        var code = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return HttpResults.SignIn(code.Principal!, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult Authorize(HttpContext context) => SignIn(Person, context.GetOpenIddictServerRequest()!, audience: null);
}

/// <summary>A person at the provider.</summary>
internal sealed record Person(string Subject, string Name)
{
    public string DisplayName { get; init; } = "";

    public IReadOnlyList<string> Roles { get; init; } = [App.Security.Role.Scheduler];

    public string Department { get; init; } = "";

    public string Inspector { get; init; } = "";

    public static Person Deserialize(string text) => Newtonsoft.Json.JsonConvert.DeserializeObject<Person>(text)!;

    public string Serialize() => Newtonsoft.Json.JsonConvert.SerializeObject(this);
}
