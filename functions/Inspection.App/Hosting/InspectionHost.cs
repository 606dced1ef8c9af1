using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Jobs;
using Inspection.App.Languages;
using Inspection.App.Ledger;
using Inspection.App.OpenApi;
using Inspection.App.Outcomes;
using Inspection.App.Oversight;
using Inspection.App.Pages;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Inspection.App.Hosting;

/// <summary>The app's services and its pipeline, the same under Kestrel and under Azure Functions.</summary>
public static class InspectionHost
{
    /// <summary>Adds every capability, those first that others build on.</summary>
    public static IHostApplicationBuilder AddInspection(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.AddStorage();
        builder.AddOutcomes();
        builder.AddSecurity();
        builder.AddLedger();
        builder.Services.AddDirectory();
        builder.AddPlanning();
        builder.AddBeacon();
        builder.AddDraws();
        builder.AddResults();
        builder.AddPublication();
        builder.AddOversight();
        builder.Services.AddJobs();
        builder.AddHttp();
        builder.Services.AddApiDocument();
        builder.AddPages();
        return builder;
    }

    /// <summary>Lays the pipeline, from the outermost guard to the endpoints.</summary>
    public static IApplicationBuilder UseInspection(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UsePublicAddress();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguagePrefix>();
        app.UseProblems();
        app.UseMiddleware<BodyLimit>();
        app.UseSiteFiles();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SameOriginGuard>();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            // Whoever forgets to say who may use an endpoint has closed it to strangers.
            endpoints.MapControllers().RequireAuthorization();
            endpoints.MapPages();
            endpoints.MapHealth();
            endpoints.MapApiDocument();
        });
        return app;
    }
}
