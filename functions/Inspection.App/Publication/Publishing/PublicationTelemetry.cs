using System.Diagnostics.Metrics;
using Inspection.App.Telemetry;

namespace Inspection.App.Publication;

/// <summary>What is told of publication: how many results became public or were corrected, and how many are overdue.</summary>
internal static class PublicationTelemetry
{
    private static readonly Counter<long> Publications = AppTelemetry.Meter.CreateCounter<long>(
        "inspection.publications", "{result}", "Revisions of results that became public, by whether they are the first");

    private static readonly Gauge<int> OverdueResults = AppTelemetry.Meter.CreateGauge<int>(
        "inspection.overdue", "{result}", "Visits whose result is not public although its term is over");

    /// <summary>Tells how many are overdue.</summary>
    public static void Overdue(int visits) => OverdueResults.Record(visits);

    /// <summary>Counts what a write added to what the public saw before.</summary>
    public static void Count(PublicResult? before, PublicResult after)
    {
        foreach (var revision in after.Revisions.Where(one => one.Number > (before?.Revision ?? 0)))
            Publications.Add(1, new KeyValuePair<string, object?>("inspection.kind", revision.Number == 1 ? "published" : "corrected"));
    }
}
