using Inspection.App.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Inspection.App.Hosting;

/// <summary>Asks both stores for something that is not there. What they throw, the health check middleware logs and answers 503.</summary>
internal sealed class StorageHealth(ITableStore tables, IBlobStore blobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await tables.GetAsync("health", "health", "health", cancellationToken);
        using var blob = await blobs.GetAsync("health/check.txt", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
