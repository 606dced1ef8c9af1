using Inspection.App.Settings;

namespace Inspection.App.Telemetry;

/// <summary>The settings <c>Telemetry:…</c>.</summary>
internal sealed record TelemetryOptions : ISettings
{
    public static string Section => "Telemetry";

    /// <summary>
    /// Where traces, metrics and logs go: a collector that takes OTLP over HTTP, such as <c>http://localhost:4318</c>; null
    /// for nowhere. What else the exporter needs, such as headers, it takes from its own variables (<c>OTEL_EXPORTER_OTLP_…</c>).
    /// </summary>
    public Uri? Endpoint { get; init; }

    public IEnumerable<string> Problems()
    {
        if (Endpoint is not null and not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return $"Telemetry:Endpoint is {Endpoint}; give an address such as http://localhost:4318";
    }

    /// <summary>The endpoint of one signal.</summary>
    public Uri For(string signal) => new($"{Endpoint!.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
}
