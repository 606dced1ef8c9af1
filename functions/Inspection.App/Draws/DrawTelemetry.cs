using System.Diagnostics;
using System.Diagnostics.Metrics;
using Inspection.App.Telemetry;

namespace Inspection.App.Draws;

/// <summary>What is told of draws: a span for each step, with its sizes, and how many draws took which step.</summary>
internal static class DrawTelemetry
{
    private static readonly Counter<long> Steps =
        AppTelemetry.Meter.CreateCounter<long>("inspection.draws", "{draw}", "Draws, by the state that they came to");

    /// <summary>The span of a step, which ends with it.</summary>
    public static Activity? Begin(string step, string drawId) =>
        AppTelemetry.Source.StartActivity($"draw {step}")?.SetTag("inspection.draw", drawId);

    /// <summary>A size to the span of the step that goes on.</summary>
    public static void Size(this Activity? step, string what, int size) => step?.SetTag($"inspection.{what}", size);

    /// <summary>Counts a draw that came to a state.</summary>
    public static void Count(string state) => Steps.Add(1, new KeyValuePair<string, object?>("inspection.state", state));
}
