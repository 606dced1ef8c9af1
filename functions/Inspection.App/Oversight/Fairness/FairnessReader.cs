using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;

namespace Inspection.App.Oversight;

/// <summary>Gathers the traces of a period's draws, and what they show.</summary>
internal sealed class FairnessReader(DrawStore draws, TraceStore traces, LocalTime time)
{
    private const int MostYears = 10;

    /// <summary>Looks at the draws of tasks that start on these days; without them, of this year.</summary>
    public async Task<Outcome<FairnessView>> ReadAsync(DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var first = from ?? new DateOnly(to?.Year ?? time.Today.Year, 1, 1);
        var last = to ?? new DateOnly(first.Year, 12, 31);
        if (last < first || IsLongerThanMost(first, last))
        {
            return Refusal.Invalid(
                "days", $"{last:yyyy-MM-dd} is before {first:yyyy-MM-dd}, or more than {MostYears} years after it", $"开始日期不能晚于结束日期，一次最多看 {MostYears} 年。");
        }

        var heads = await draws.AllAsync(cancellation)
            .Where(head => head.DrawnAt is not null && head.Supplements.Length == 0 && head.StartsOn >= first && head.StartsOn <= last)
            .ToListAsync(cancellation);
        var found = new List<DrawTrace>();
        foreach (var head in heads.Where(FactReader.IsSettled))
        {
            if (await traces.FindAsync(head.Id, cancellation) is { } trace)
                found.Add(trace);
        }

        var report = FairnessReport.Of(found);
        return new FairnessView
        {
            From = first,
            To = last,
            Draws = found.Count,
            NotTraced = heads.Count(FactReader.IsSettled) - found.Count,
            NotReproduced = [.. found.Where(static trace => trace.Recomputed.Failed.Count > 0).Select(static trace => new NotReproduced(trace.DrawId, trace.Recomputed.Failed))],
            NotRecomputed = [.. found.Where(static trace => !trace.Recomputed.IsMade).Select(static trace => trace.DrawId)],
            VoidedAfterDraw = [.. heads.Where(static head => head.State == DrawState.Voided).Select(static head => head.Id)],
            Alarms = [.. report.Alarms],
            Looks = report.Looks,
        };
    }

    // The calendar ends before ten years after its last days.
    private static bool IsLongerThanMost(DateOnly first, DateOnly last) =>
        first.Year <= DateOnly.MaxValue.Year - MostYears && last > first.AddYears(MostYears);
}
