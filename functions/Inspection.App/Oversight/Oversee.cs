using System.Globalization;
using Inspection.App.Jobs;
using Inspection.App.Planning;

namespace Inspection.App.Oversight;

/// <summary>
/// The job behind everything that oversight shows: traces new draws, makes the figures of this year and of the last, whose
/// results may still come, holds the rule of the watch list against them, and tells reporters what came of their leads.
/// </summary>
internal sealed class Oversee(TraceMaker traces, FigureMaker figures, WatchProposer watch, Triage leads, LocalTime time) : IJob
{
    /// <summary>Every hour, twenty minutes before it is full.</summary>
    public const string Cron = "0 40 * * * *";

    public string Name => nameof(Oversee);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        var traced = await traces.RunAsync(cancellation);
        var draws = new List<DrawFacts>();
        foreach (var year in new[] { time.Today.Year - 1, time.Today.Year })
            draws.AddRange(await figures.MakeAsync(year, cancellation));
        var waiting = await watch.RunAsync(draws, cancellation);
        var settled = await leads.SettleAsync(cancellation);
        return JobReport.Complete(string.Create(
            CultureInfo.InvariantCulture, $"{traced} draws traced; figures made of {draws.Count}; {waiting} warnings and proposals for the watch list; {settled} leads settled"));
    }
}
