using Inspection.App.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Inspection.Functions;

/// <summary>Runs the app's own pipeline on a request that the Functions host handed over.</summary>
public sealed class InspectionPipeline(IServiceProvider services, IHttpContextAccessor accessor)
{
    private readonly RequestDelegate run = new ApplicationBuilder(services).UseInspection().Build();

    public async Task RunAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // The worker's catch-all route was matched; the app matches its own.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        // Functions run on another asynchronous flow than the request came in on.
        accessor.HttpContext = context;
        try
        {
            await run(context);
            // The request's services are disposed when the function returns, so the answer is written by then.
            await context.Response.CompleteAsync();
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }
}
