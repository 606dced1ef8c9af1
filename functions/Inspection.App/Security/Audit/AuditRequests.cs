using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Inspection.App.Security;

/// <summary>
/// Writes every request of a signed-in user that may change something to the audit log, before its answer goes out: who has
/// the answer finds the entry. An endpoint that is open to everybody is left out, since its address may hold a secret.
/// </summary>
internal sealed class AuditRequests(IAuditLog log) : IAsyncAlwaysRunResultFilter
{
    private const string Root = "api/v1/";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!UnsafeMethods.Has(request) || !IsClosed(context))
        {
            await next();
            return;
        }

        var route = WithoutRoot(context.ActionDescriptor.AttributeRouteInfo?.Template ?? "");
        // Not the request's own cancellation: what was done is written down, whether or not the caller still listens.
        await log.WriteAsync(
            context.HttpContext.User.Actor(),
            $"{request.Method} {route}",
            SubjectOf(context),
            OutcomeOf(context.Result),
            CancellationToken.None);
        await next();
    }

    private static bool IsClosed(ResultExecutingContext context) =>
        context.HttpContext.User.Identity is { IsAuthenticated: true }
        && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>The path of what was created, or else that of the request.</summary>
    private static string SubjectOf(ResultExecutingContext context) => WithoutRoot(
        context.Result is CreatedResult { Location: { } location }
            ? Uri.UnescapeDataString(location)
            : context.HttpContext.Request.Path.Value ?? "");

    private static string OutcomeOf(IActionResult result) => result switch
    {
        ObjectResult { Value: ProblemDetails problem } => problem.Title ?? "refused",
        IStatusCodeActionResult { StatusCode: >= 400 and var status } => $"refused {status}",
        _ => IAuditLog.Done,
    };

    private static string WithoutRoot(string path)
    {
        var relative = path.TrimStart('/');
        return relative.StartsWith(Root, StringComparison.Ordinal) ? relative[Root.Length..] : relative;
    }
}
