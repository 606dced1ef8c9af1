using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Diagnostics;

namespace Inspection.App.Hosting;

/// <summary>Gives a status that comes without a body its problem details or, where a person asks for a page, its page.</summary>
internal static class StatusProblems
{
    /// <summary>Where the page of a status is found, followed by the status.</summary>
    public const string PagePath = "/status/";

    // What an exception comes to is a status as well, so these look at it last.
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseStatusCodePages(context => IsForPerson(context.HttpContext.Request)
            ? ShowPageAsync(context)
            : WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode))
        .UseExceptionHandler();

    /// <summary>Says what is wrong: with problem details, or with the status alone where a page will say the rest.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        if (IsForPerson(context.Request))
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        var (rule, detail) = status switch
        {
            StatusCodes.Status400BadRequest => (InvalidRequest.Rule, "the request cannot be read"),
            StatusCodes.Status401Unauthorized => ("sign-in-needed", "send 'Authorization: Bearer TOKEN' with a token that is valid"),
            StatusCodes.Status403Forbidden => ("role-needed", "your roles do not allow this; an administrator can give you another"),
            StatusCodes.Status404NotFound => ("not-found", "there is nothing at this address"),
            StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "this address takes other methods; the Allow header names them"),
            StatusCodes.Status406NotAcceptable => ("not-acceptable", "this address does not answer in a format that you accept"),
            StatusCodes.Status413PayloadTooLarge => ("body-too-large", "the body is larger than the setting Limits:BodyMegabytes allows"),
            StatusCodes.Status415UnsupportedMediaType => ("media-type", "this address does not take a body of this Content-Type"),
            StatusCodes.Status429TooManyRequests => ("too-many-requests", "too many requests from this address; wait for the seconds of Retry-After"),
            >= 500 => ("unexpected", "this is our fault; the log has the reason under this requestId"),
            _ => ("refused", "the request was refused"),
        };
        return ProblemAnswer.WriteAsync(context, status, rule, detail);
    }

    private static bool IsForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal)
        && request.Headers.Accept.Any(static accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    // The page is made by the same pipeline, as if it had been asked for; the status stays what it is.
    private static async Task ShowPageAsync(StatusCodeContext failed)
    {
        var context = failed.HttpContext;
        var (request, asked) = (context.Request, new StatusCodeReExecuteFeature
        {
            OriginalPath = context.Request.Path.Value!,
            OriginalPathBase = context.Request.PathBase.Value!,
            OriginalQueryString = context.Request.QueryString.Value,
            Endpoint = context.GetEndpoint(),
        });
        context.Features.Set<IStatusCodeReExecuteFeature>(asked);
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Path, request.QueryString) = ($"{PagePath}{context.Response.StatusCode}", QueryString.Empty);
        try
        {
            await failed.Next(context);
        }
        finally
        {
            (request.Path, request.QueryString) = (asked.OriginalPath, new QueryString(asked.OriginalQueryString));
        }
    }
}
