using Inspection.App.Outcomes;

namespace Inspection.App.Hosting;

/// <summary>Gives a status that comes without a body its problem details.</summary>
internal static class StatusProblems
{
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseExceptionHandler()
        .UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));

    public static Task WriteAsync(HttpContext context, int status)
    {
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
}
