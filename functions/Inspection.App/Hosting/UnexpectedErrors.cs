using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Inspection.App.Hosting;

/// <summary>
/// The edge: what nobody caught is logged with the request's id, and the answer has the id and nothing of the reason. A
/// request that the server could not read is the caller's matter and is answered as such.
/// </summary>
internal sealed class UnexpectedErrors(ILogger<UnexpectedErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                await StatusProblems.WriteAsync(context, StatusCodes.Status413PayloadTooLarge);
                break;
            case BadHttpRequestException unreadable:
                await ProblemAnswer.WriteAsync(context, unreadable.StatusCode, InvalidRequest.Rule, "the request cannot be read");
                break;
            case InvalidContinuationException cursor:
                await ProblemAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, "cursor", cursor.Message);
                break;
            default:
                log.LogError(
                    exception, "Request {RequestId} failed: {Method} {Route}", context.TraceIdentifier, context.Request.Method, RouteOf(context));
                await StatusProblems.WriteAsync(context, StatusCodes.Status500InternalServerError);
                break;
        }

        return true;
    }

    // The route and not the path, which may hold a link's secret.
    private static string RouteOf(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no endpoint)";
}
