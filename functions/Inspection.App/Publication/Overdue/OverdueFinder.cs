using System.Globalization;
using System.Runtime.CompilerServices;
using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Publication;

/// <summary>
/// Finds what should be public and is not: of every draw that was drawn, the visits that are still to be made or reviewed
/// although their term is over. The term is <c>Rules:PublicationWorkingDays</c> after the inspection, or after the last day
/// of the task where nothing was recorded.
/// </summary>
internal sealed class OverdueFinder(
    DrawStore draws, SelectionStore selections, ResultStore results, SettledDraws settled, EnterpriseStore enterprises, WorkingDays workingDays,
    IOptions<RuleOptions> rules, LocalTime time)
{
    /// <summary>Everything that is overdue, under the id of its result, or of its draw while the list is withheld.</summary>
    public async IAsyncEnumerable<(string Id, PublicEntry<OverdueResult> Entry)> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var calendar = await workingDays.ReadAsync(cancellation);
        var done = await settled.AllAsync(cancellation);
        await foreach (var head in draws.AllAsync(cancellation))
        {
            if (!IsWatched(head, calendar) || done.Contains(head.Id))
                continue;
            var late = await OfDrawAsync(head, calendar, cancellation);
            if (head.IsListPublic)
            {
                foreach (var visit in late)
                    yield return (new ResultId(head.Id, visit.Uscc).ToString(), await NamedAsync(head, visit, cancellation));
            }
            else if (late.Count > 0)
            {
                yield return (head.Id, Counted(head, late));
            }
        }
    }

    /// <summary>What is overdue under one of these ids, or null.</summary>
    public async Task<PublicEntry<OverdueResult>?> FindAsync(string id, CancellationToken cancellation)
    {
        var isNamed = ResultId.TryParse(id, out var result);
        var head = await draws.FindAsync(isNamed ? result.DrawId : id, cancellation);
        var calendar = await workingDays.ReadAsync(cancellation);
        if (head is null || head.IsListPublic != isNamed || !IsWatched(head, calendar))
            return null;
        if (isNamed)
            return await OfVisitAsync(head, result, calendar, cancellation) is { } visit ? await NamedAsync(head, visit, cancellation) : null;
        return await OfDrawAsync(head, calendar, cancellation) is { Count: > 0 } late ? Counted(head, late) : null;
    }

    // A supplementary draw adds inspectors to visits that are another draw's.
    private bool IsWatched(DrawHead head, WorkingCalendar calendar) =>
        head.State is DrawState.Drawn or DrawState.Closed && head.Supplements.Length == 0 && DueAfter(head.StartsOn, calendar).Day < time.Today;

    private async Task<IReadOnlyList<LateVisit>> OfDrawAsync(DrawHead head, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var recorded = await results.AllAsync(head.Id, cancellation).ToDictionaryAsync(static result => result.Uscc, cancellationToken: cancellation);
        var replacements = await selections.ReplacementsAsync(head.Id, cancellation);
        var visits = await selections.AllAsync(head.Id, cancellation).Where(replacements.IsVisited)
            .Select(static selected => selected.Uscc).ToListAsync(cancellation);
        // Nothing changes any more in a closed draw whose results are all public.
        if (head.State == DrawState.Closed && visits.TrueForAll(uscc => IsPublic(recorded.GetValueOrDefault(uscc))))
            await settled.AddAsync(head.Id, cancellation);
        return [.. visits.Select(uscc => LateOf(head, uscc, recorded.GetValueOrDefault(uscc), calendar)).OfType<LateVisit>()];
    }

    private async Task<LateVisit?> OfVisitAsync(DrawHead head, ResultId id, WorkingCalendar calendar, CancellationToken cancellation) =>
        await selections.FindAsync(head.Id, id.Uscc, cancellation) is { } selected
        && (await selections.ReplacementsAsync(head.Id, cancellation)).IsVisited(selected)
            ? LateOf(head, id.Uscc, await results.FindAsync(head.Id, id.Uscc, cancellation), calendar)
            : null;

    private LateVisit? LateOf(DrawHead head, string uscc, InspectionResult? result, WorkingCalendar calendar)
    {
        var from = result?.Terms.InspectedOn ?? head.EndsOn;
        var due = DueAfter(from, calendar);
        return !IsPublic(result) && due.Day < time.Today ? new LateVisit(uscc, from, due) : null;
    }

    private static bool IsPublic(InspectionResult? result) => result is { PublishedRevision: > 0 };

    private WorkingDeadline DueAfter(DateOnly day, WorkingCalendar calendar) => calendar.Add(day, rules.Value.PublicationWorkingDays);

    private async Task<PublicEntry<OverdueResult>> NamedAsync(DrawHead head, LateVisit visit, CancellationToken cancellation)
    {
        var enterprise = await enterprises.GetAsync(UnifiedSocialCreditCode.Parse(visit.Uscc), cancellation);
        return EntryOf(Of(head, visit) with { Uscc = visit.Uscc, Name = enterprise?.Name ?? "", District = enterprise?.District ?? "" });
    }

    private static PublicEntry<OverdueResult> Counted(DrawHead head, IReadOnlyList<LateVisit> late) =>
        EntryOf(Of(head, late.MinBy(static visit => visit.Due.Day)!) with { Visits = late.Count });

    private static OverdueResult Of(DrawHead head, LateVisit visit) => new()
    {
        DrawId = head.Id,
        TaskId = head.TaskId,
        TaskTitle = head.Title,
        Departments = head.DepartmentNames,
        CountedFrom = visit.CountedFrom,
        DueOn = visit.Due.Day,
        IsProvisional = visit.Due.IsProvisional,
    };

    private static PublicEntry<OverdueResult> EntryOf(OverdueResult overdue) =>
        new(overdue.DueOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture), overdue);

    private sealed record LateVisit(string Uscc, DateOnly CountedFrom, WorkingDeadline Due);
}
