using System.Net.Mime;
using System.Reflection;
using Inspection.App.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Formatters;
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
        builder.AddSettings<ProxyOptions>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<UnexpectedErrors>();
        builder.Services.AddHealthChecks().AddCheck<StorageHealth>(Health.Storage, tags: [Health.Ready]);
        builder.Services.AddLimits();
        Compression.AddTo(builder.Services);
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
        .AddControllers(options =>
        {
            options.ModelMetadataDetailsProviders.Add(new NewtonsoftJsonValidationMetadataProvider(ApiJson.Naming));
            options.OutputFormatters.RemoveType<StringOutputFormatter>();
        })
        .ConfigureApplicationPartManager(parts =>
        {
            AddOwnParts(parts);
            parts.FeatureProviders.Add(new InternalControllers());
        })
        .ConfigureApiBehaviorOptions(options =>
        {
            options.SuppressMapClientErrors = true;
            options.InvalidModelStateResponseFactory = InvalidRequest.Answer;
        })
        .AddNewtonsoftJson(options => ApiJson.Configure(options.SerializerSettings))
        .Services.PostConfigure<MvcOptions>(OnlyJson);

    // MVC looks for controllers and pages in the entry assembly, which is another one under Azure Functions and in tests.
    private static void AddOwnParts(ApplicationPartManager parts)
    {
        var own = typeof(InspectionHost).Assembly;
        if (parts.ApplicationParts.Any(part => part.Name == own.GetName().Name))
            return;
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
            parts.ApplicationParts.Add(part);
    }

    // One media type each way: the API says what it takes, and nothing else reaches the reader.
    private static void OnlyJson(MvcOptions options)
    {
        options.InputFormatters.RemoveType<NewtonsoftJsonPatchInputFormatter>();
        foreach (var reader in options.InputFormatters.OfType<NewtonsoftJsonInputFormatter>())
        {
            reader.SupportedMediaTypes.Clear();
            reader.SupportedMediaTypes.Add(MediaTypeNames.Application.Json);
        }

        // Problem details remain: application/*+json.
        foreach (var writer in options.OutputFormatters.OfType<NewtonsoftJsonOutputFormatter>())
            writer.SupportedMediaTypes.Remove("text/json");
    }

    // Controllers are the app's own affair and take its own types, so they are not public.
    private sealed class InternalControllers : ControllerFeatureProvider
    {
        protected override bool IsController(TypeInfo typeInfo) =>
            typeInfo is { IsClass: true, IsAbstract: false, IsNotPublic: true }
            && typeof(ControllerBase).IsAssignableFrom(typeInfo);
    }
}
