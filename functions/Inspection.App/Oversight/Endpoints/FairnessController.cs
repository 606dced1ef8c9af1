using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Oversight;

/// <summary>What past draws show about their fairness.</summary>
public sealed record FairnessView
{
    /// <summary>The first day of the tasks that are looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Their last first day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many draws are looked at.</summary>
    public required int Draws { get; init; }

    /// <summary>Draws that are not traced yet; the job does it within the hour.</summary>
    public required int NotTraced { get; init; }

    /// <summary>Draws whose record does not follow from their notice and their randomness, with the checks that fail. There is no chance in this.</summary>
    public required IReadOnlyList<NotReproduced> NotReproduced { get; init; }

    /// <summary>Draws that are too large to be recomputed here; check their packages with the command line.</summary>
    public required IReadOnlyList<string> NotRecomputed { get; init; }

    /// <summary>Draws that were voided after they were drawn, which are not looked at: whoever voids what does not suit steers.</summary>
    public required IReadOnlyList<string> VoidedAfterDraw { get; init; }

    /// <summary>The chance that honest draws raise any alarm in one such report.</summary>
    public double AlarmRate { get; } = FairnessReport.AlarmRate;

    public required IReadOnlyList<Look> Alarms { get; init; }

    /// <summary>All looks, the most surprising first.</summary>
    public required IReadOnlyList<Look> Looks { get; init; }
}

/// <summary>A draw that did not come out again.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Failed">The checks that fail.</param>
public sealed record NotReproduced(string DrawId, IReadOnlyList<string> Failed);

/// <summary>Fairness of draws over time, for auditors.</summary>
[ApiController]
[Route("api/v1/oversight/fairness")]
[Authorize(Roles = Role.Auditor)]
internal sealed class FairnessController(DrawStore draws, TraceStore traces, LocalTime time) : ControllerBase
{
    private const int MostYears = 10;

    /// <summary>Looks at the draws of tasks that start on these days; without them, of this year.</summary>
    [HttpGet]
    public async Task<ActionResult<FairnessView>> Get(DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        var first = from ?? new DateOnly(time.Today.Year, 1, 1);
        var last = to ?? new DateOnly(first.Year, 12, 31);
        if (last < first || last > first.AddYears(MostYears))
        {
            return Refusal.Invalid("days", $"{last:yyyy-MM-dd} is before {first:yyyy-MM-dd}, or more than {MostYears} years after it").ToProblem();
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
}
