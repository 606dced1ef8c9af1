using System.Diagnostics;
using OpenTelemetry;

namespace Inspection.App.Telemetry;

/// <summary>
/// Takes out of a span what is not known to be harmless: addresses of people and their browsers, the paths and queries of
/// requests, which may hold a link's secret or a name, the words of errors.
/// </summary>
internal sealed class SpanScrubber : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Harmless =
    [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Harmless.Contains(name) && !name.StartsWith(AppTelemetry.Name + ".", StringComparison.Ordinal))
                data.SetTag(name, null);
        }

        data.SetStatus(data.Status);
    }
}
