using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Security;

/// <summary>
/// Writes every request of a signed-in user that may change something to the audit log, before its answer goes out: who has
/// the answer finds the entry. An endpoint that is open to everybody is left out, since its address may hold a secret.
/// </summary>
internal sealed class AuditRequests(IAuditLog log) : IAsyncAlwaysRunResultFilter
{
    // What a page changes is found under the same subject as what the API changes.
    private static readonly string[] Roots = ["api/v1/", "console/"];

    private const string InvalidForm = "invalid-request";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!UnsafeMethods.Has(request) || !IsClosed(context))
        {
            await next();
            return;
        }

        var route = WithoutRoot(context.ActionDescriptor.AttributeRouteInfo?.Template ?? "") + HandlerOf(context);
        // Not the request's own cancellation: what was done is written down, whether or not the caller still listens.
        await log.WriteAsync(
            context.HttpContext.User.Actor(),
            $"{request.Method} {route}",
            SubjectOf(context),
            OutcomeOf(context),
            CancellationToken.None);
        await next();
    }

    // One page may have several buttons.
    private static string HandlerOf(ResultExecutingContext context) =>
        context.ActionDescriptor is PageActionDescriptor && context.HttpContext.Request.Query["handler"].ToString() is { Length: > 0 and < 40 } handler
            ? $"#{handler}"
            : "";

    private static bool IsClosed(ResultExecutingContext context) =>
        context.HttpContext.User.Identity is { IsAuthenticated: true }
        && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>The path of what was created, or else that of the request.</summary>
    private static string SubjectOf(ResultExecutingContext context) => WithoutRoot(
        context.Result is CreatedResult { Location: { } location }
            ? Uri.UnescapeDataString(location)
            : context.HttpContext.Request.Path.Value ?? "");

    private static string OutcomeOf(ResultExecutingContext context) => context.Result switch
    {
        ObjectResult { Value: ProblemDetails problem } => problem.Title ?? "refused",
        IStatusCodeActionResult { StatusCode: >= 400 and var status } => $"refused {status}",
        // A page that refuses is shown again with what was typed; it says so by this feature.
        _ when context.HttpContext.Features.Get<Refusal>() is { } refusal => refusal.Rule,
        PageResult when !context.ModelState.IsValid => InvalidForm,
        _ => IAuditLog.Done,
    };

    private static string WithoutRoot(string path)
    {
        var relative = path.TrimStart('/');
        var root = Array.Find(Roots, root => relative.StartsWith(root, StringComparison.Ordinal)) ?? "";
        return relative[root.Length..];
    }
}
