using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Inspection.App.Security;

/// <summary>The sign-in of a browser: a cookie that scripts cannot read and other sites cannot send along.</summary>
internal sealed class Session(UserStore users) : CookieAuthenticationEvents
{
    public const string Name = "Session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "inspection-session";
        // Not the path of one language.
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.EventsType = typeof(Session);
    }

    /// <summary>Signs the user in on the browser that asks.</summary>
    public static Task BeginAsync(HttpContext context, User user) =>
        context.SignInAsync(Name, UserIdentity.PrincipalOf(user, Name));

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Name);

    /// <summary>Whether this request's user is known by the cookie.</summary>
    public static bool Carries(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, AuthenticationType: Name };

    /// <summary>Takes the user as stored, so that a change of roles, a disabling or a revocation holds at once.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var name = context.Principal?.Identity?.Name;
        var stamp = context.Principal?.FindFirstValue(UserIdentity.StampClaim);
        if (name is not null && await users.GetAsync(name, context.HttpContext.RequestAborted) is { Disabled: false } user
            && user.Stamp.ToString("n") == stamp)
        {
            context.ReplacePrincipal(UserIdentity.PrincipalOf(user, Name));
            return;
        }

        context.RejectPrincipal();
        await EndAsync(context.HttpContext);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = TokenAuthentication.Name;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
