using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Inspection.App.Security;

/// <summary>Knows a request's user by <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    TokenUsers users)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Bearer";

    private const string Prefix = "Bearer ";

    // One answer for every reason: a stranger learns nothing about tokens, the owner what to do.
    private const string Refused = "the token is unknown, expired or revoked, or its user disabled; ask an administrator for a new one";

    /// <summary>Whether the request comes with an Authorization header, and so means to sign in by it.</summary>
    public static bool IsTried(HttpContext context) => context.Request.Headers.ContainsKey(HeaderNames.Authorization);

    /// <summary>Whether the token that is sent is one of this service, by its beginning.</summary>
    public static bool IsOwn(HttpContext context) => context.Request.Headers.Authorization.ToString()
        .StartsWith(Prefix + TokenText.Beginning, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await users.FindAsync(header[Prefix.Length..], Context.RequestAborted) is not { } user)
            return AuthenticateResult.Fail(Refused);
        return AuthenticateResult.Success(new AuthenticationTicket(UserIdentity.PrincipalOf(user, Scheme.Name), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Name;
        return Task.CompletedTask;
    }
}
