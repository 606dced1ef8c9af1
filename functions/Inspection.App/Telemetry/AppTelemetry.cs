using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Inspection.App.Telemetry;

/// <summary>
/// Where capabilities tell what they do, in spans and counts. Where nobody listens it costs next to nothing. What they tell
/// are sizes and the ids of draws: no name, no class, no key.
/// </summary>
internal static class AppTelemetry
{
    /// <summary>The name of the source and of the meter, and the beginning of every tag and instrument.</summary>
    public const string Name = "inspection";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
