using Inspection.App.Outcomes;

namespace Inspection.App.Security;

/// <summary>
/// Refuses a request that could change something where the browser sent the session's cookie along on behalf of another
/// site. Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; one that says neither is
/// refused. Tokens need no such guard, since no browser sends them by itself.
/// </summary>
internal sealed class SameOriginGuard(RequestDelegate next)
{
    private static readonly Refusal Refused = Refusal.Forbidden(
        "other-origin", "a signed-in browser may do this from the pages of this site only; programs use a token");

    public Task InvokeAsync(HttpContext context) =>
        UnsafeMethods.Has(context.Request) && Session.Carries(context.User) && !IsSameOrigin(context.Request)
            ? ProblemAnswer.WriteAsync(context, Refused)
            : next(context);

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";
        return request.Headers.Origin == $"{request.Scheme}://{request.Host}";
    }
}
