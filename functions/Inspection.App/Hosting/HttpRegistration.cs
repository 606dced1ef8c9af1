using System.Reflection;
using Inspection.App.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.NewtonsoftJson;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Inspection.App.Hosting;

/// <summary>What every endpoint has in common: JSON, problem details, limits, health.</summary>
internal static class HttpRegistration
{
    public static IHostApplicationBuilder AddHttp(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<LimitsOptions>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<UnexpectedErrors>();
        builder.Services.AddHealthChecks().AddCheck<StorageHealth>(Health.Storage, tags: [Health.Ready]);
        builder.Services.AddLimits();
        builder.Services.AddApiControllers();
        return builder;
    }

    private static void AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<LimitsOptions>>((options, limits) => AddressLimiter.Configure(options, limits.Value));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>((options, limits) =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = limits.Value.BodyBytes;
        });
        services.AddOptions<FormOptions>().Configure<IOptions<LimitsOptions>>(
            (options, limits) => options.MultipartBodyLengthLimit = limits.Value.BodyBytes);
    }

    private static void AddApiControllers(this IServiceCollection services) => services
        .AddControllers(options => options.ModelMetadataDetailsProviders.Add(
            new NewtonsoftJsonValidationMetadataProvider(ApiJson.Naming)))
        .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new InternalControllers()))
        .ConfigureApiBehaviorOptions(options =>
        {
            options.SuppressMapClientErrors = true;
            options.InvalidModelStateResponseFactory = InvalidRequest.Answer;
        })
        .AddApplicationPart(typeof(InspectionHost).Assembly)
        .AddNewtonsoftJson(options => ApiJson.Configure(options.SerializerSettings));

    // Controllers are the app's own affair and take its own types, so they are not public.
    private sealed class InternalControllers : ControllerFeatureProvider
    {
        protected override bool IsController(TypeInfo typeInfo) =>
            typeInfo is { IsClass: true, IsAbstract: false, IsNotPublic: true }
            && typeof(Microsoft.AspNetCore.Mvc.ControllerBase).IsAssignableFrom(typeInfo);
    }
}
