using Inspection.App.Settings;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Inspection.App.Telemetry;

internal static class TelemetryRegistration
{
    /// <summary>Sends traces, metrics and logs where the settings say; where they say nothing, nothing is set up.</summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<TelemetryOptions>();
        if (builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Endpoint)}"] is not { Length: > 0 })
            return builder;
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService(
                AppTelemetry.Name, serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName))
            .WithTracing(static traces => traces
                .AddSource(AppTelemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddProcessor<SpanScrubber>()
                .AddOtlpExporter("traces", Unchanged))
            .WithMetrics(static metrics => metrics
                .AddMeter(AppTelemetry.Name)
                .AddMeter("Microsoft.AspNetCore.Hosting")
                .AddOtlpExporter("metrics", Unchanged))
            .WithLogging(static logs => logs
                .AddProcessor<LogScrubber>()
                .AddOtlpExporter("logs", Unchanged));
        builder.Services.AddSingleton<SpanScrubber>();
        builder.Services.AddSingleton<LogScrubber>();
        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            builder.Services.AddOptions<OtlpExporterOptions>(signal)
                .Configure<IOptions<TelemetryOptions>>((exporter, options) => Send(exporter, options.Value.For(signal)));
        }

        return builder;
    }

    // The exporter's options are those of its name.
    private static void Unchanged(OtlpExporterOptions options)
    {
    }

    private static void Send(OtlpExporterOptions exporter, Uri address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = address;
    }
}
