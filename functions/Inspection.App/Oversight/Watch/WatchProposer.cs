using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Oversight;

/// <summary>Holds the rule of the watch list against the results, and warns and proposes. It never decides.</summary>
internal sealed class WatchProposer(
    WatchListStore watch, EnterpriseStore enterprises, IOptions<OversightOptions> options, LocalTime time)
{
    /// <summary>Brings warnings and proposals to what the results say.</summary>
    /// <param name="draws">The draws of the last twelve months, whose tasks may have begun before.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many warnings and proposals there are.</returns>
    public async Task<int> RunAsync(IEnumerable<DrawFacts> draws, CancellationToken cancellation)
    {
        var problems = draws.SelectMany(static draw => draw.Visits.Where(static visit => visit.Finding == Finding.Problem && visit.InspectedOn is not null)
                .Select(visit => (visit.Uscc, Seen: new ProblemSeen(draw.DrawId, visit.InspectedOn!.Value, visit.IsOpen))))
            .ToLookup(static found => found.Uscc, static found => found.Seen);
        var waiting = 0;
        foreach (var enterprise in problems)
            waiting += await JudgeAsync(enterprise.Key, [.. enterprise], cancellation) ? 1 : 0;
        await foreach (var entry in watch.AllAsync(cancellation))
        {
            // Nothing is left of what it was warned for.
            if (entry.State == WatchState.Warned && !problems.Contains(entry.Uscc))
                await watch.DeleteAsync(entry, cancellation);
        }

        return waiting;
    }

    private async Task<bool> JudgeAsync(string uscc, IReadOnlyList<ProblemSeen> problems, CancellationToken cancellation)
    {
        while (true)
        {
            var entry = await watch.FindAsync(uscc, cancellation);
            var guidance = (await watch.GuidanceAsync(uscc, cancellation)).Select(static one => one.On).ToList();
            var state = WatchRule.Judge(problems, guidance, time.Today, options.Value.CorrectionDays);
            var next = await NextAsync(uscc, entry, state, problems, guidance, cancellation);
            if (next is null && entry?.State == WatchState.Warned)
            {
                await watch.DeleteAsync(entry, cancellation);
                return false;
            }

            if (next is null || ReferenceEquals(next, entry) || await watch.SaveAsync(next, cancellation) is not null)
                return next?.State is WatchState.Warned or WatchState.Proposed;
        }
    }

    /// <summary>The entry as the rule wants it; null where there is to be none.</summary>
    private async Task<WatchEntry?> NextAsync(
        string uscc, WatchEntry? entry, WatchState? state, IReadOnlyList<ProblemSeen> problems, IReadOnlyList<DateOnly> guidance, CancellationToken cancellation)
    {
        if (entry is null)
            return state is { } first ? await NewAsync(uscc, first, problems, guidance, cancellation) : null;
        if (state is not { } wanted)
            return entry.State == WatchState.Warned ? null : entry;
        var seen = Seen(problems);
        if (!MayBecome(entry, wanted, seen))
            return entry;
        var next = entry with { Problems = seen, Guidance = guidance };
        if (entry.State != wanted)
            return next with { State = wanted, Steps = [.. entry.Steps, StepOf(wanted)] };
        return entry.Problems.SequenceEqual(seen) && entry.Guidance.SequenceEqual(guidance) ? entry : next;
    }

    /// <summary>What a person decided stands until there is a problem that the person did not see.</summary>
    private static bool MayBecome(WatchEntry entry, WatchState wanted, IReadOnlyList<ProblemSeen> seen) => entry.State switch
    {
        WatchState.Warned => true,
        WatchState.Proposed => wanted == WatchState.Proposed,
        WatchState.Declined or WatchState.Removed => wanted == WatchState.Proposed && seen.Any(problem => !entry.Problems.Any(old => old.DrawId == problem.DrawId)),
        _ => false,
    };

    private async Task<WatchEntry> NewAsync(
        string uscc, WatchState state, IReadOnlyList<ProblemSeen> problems, IReadOnlyList<DateOnly> guidance, CancellationToken cancellation)
    {
        var enterprise = await enterprises.GetAsync(UnifiedSocialCreditCode.Parse(uscc), cancellation);
        return new WatchEntry
        {
            Uscc = uscc,
            Name = enterprise?.Name ?? "",
            State = state,
            Problems = Seen(problems),
            Guidance = guidance,
            Steps = [StepOf(state)],
        };
    }

    private List<ProblemSeen> Seen(IReadOnlyList<ProblemSeen> problems) =>
        [.. WatchRule.Recent(problems, time.Today).OrderByDescending(static problem => problem.On).ThenBy(static problem => problem.DrawId, StringComparer.Ordinal)];

    private WatchStep StepOf(WatchState state) => new(
        state, Actor.Calendar.Name, time.Now,
        state == WatchState.Warned ? "十二个月内多次发现问题，应予行政指导" : "行政指导后仍未改正");
}
