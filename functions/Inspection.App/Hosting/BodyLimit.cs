using Microsoft.Extensions.Options;

namespace Inspection.App.Hosting;

/// <summary>
/// Refuses a body that says it is too large before anything of it is read, under every server. One that does not say its
/// length is cut off by Kestrel while it is read.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next, IOptions<LimitsOptions> limits)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentLength > limits.Value.BodyBytes
            ? StatusProblems.WriteAsync(context, StatusCodes.Status413PayloadTooLarge)
            : next(context);
}
