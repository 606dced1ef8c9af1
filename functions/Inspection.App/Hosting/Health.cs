using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Inspection.App.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: its store answers too.</summary>
internal static class Health
{
    public const string Storage = "storage";
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false })
            .AllowAnonymous().DisableRateLimiting();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .AllowAnonymous().DisableRateLimiting();
    }
}
