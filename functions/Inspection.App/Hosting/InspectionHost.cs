using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Jobs;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Storage;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace Inspection.App.Hosting;

/// <summary>The app's services and its pipeline, the same under Kestrel and under Azure Functions.</summary>
public static class InspectionHost
{
    /// <summary>Adds every capability.</summary>
    public static IHostApplicationBuilder AddInspection(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.AddSecurity();
        builder.AddLedger();
        builder.Services.AddDirectory();
        builder.AddPlanning();
        builder.AddBeacon();
        builder.Services.AddJobs();
        builder.Services.AddProblemDetails();
        builder.Services.AddControllers()
            .AddApplicationPart(typeof(InspectionHost).Assembly)
            .AddNewtonsoftJson(options =>
            {
                // Keys of dictionaries are data, such as the class A, and stay as they are.
                options.SerializerSettings.ContractResolver = new DefaultContractResolver
                {
                    NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: true),
                };
                options.SerializerSettings.Converters.Add(new StringEnumConverter());
                options.SerializerSettings.DateParseHandling = DateParseHandling.None;
                options.SerializerSettings.MissingMemberHandling = MissingMemberHandling.Error;
            });
        return builder;
    }

    /// <summary>Lays the pipeline, from the outermost guard to the endpoints.</summary>
    public static IApplicationBuilder UseInspection(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseEndpoints(endpoints => endpoints.MapControllers());
        return app;
    }
}
