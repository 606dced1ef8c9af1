using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Inspection.App.Security;

/// <summary>The sign-in of a browser: a cookie that scripts cannot read and other sites cannot send along.</summary>
internal sealed class Session(UserStore users) : CookieAuthenticationEvents
{
    public const string Name = "Session";

    /// <summary>Where people sign in; <c>returnUrl</c> says where they wanted to go.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Where a sign-in leads that says nothing else.</summary>
    public const string Landing = "/console";

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

    /// <summary>Leads a person who opens a page to the sign-in and back; a program is told that it is to sign in.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsVisit(context.Request))
        {
            var wanted = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"{context.Request.PathBase}{SignInPath}?returnUrl={Uri.EscapeDataString(wanted)}");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = TokenAuthentication.Name;
        return Task.CompletedTask;
    }

    // A form that was sent meanwhile cannot be led anywhere without losing what is in it: its page of the status 401 keeps it.
    private static bool IsVisit(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api")
        && request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
