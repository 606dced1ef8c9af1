using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Oversight;

/// <summary>
/// Gathers what became of the draws of a year, of those that were drawn and not voided. A supplementary draw adds
/// inspectors to visits that are another draw's, and counts for nothing here.
/// </summary>
internal sealed class FactReader(
    DrawStore draws,
    DrawFiles files,
    SelectionStore selections,
    TaskStore tasks,
    ResultStore results,
    TraceStore traces,
    WorkingDays workingDays,
    IOptions<RuleOptions> rules,
    LocalTime time)
{
    /// <summary>The draws of tasks that start in the year. A draw that is not traced yet is not there yet.</summary>
    public async Task<IReadOnlyList<DrawFacts>> OfYearAsync(int year, CancellationToken cancellation)
    {
        var calendar = await workingDays.ReadAsync(cancellation);
        var facts = new List<DrawFacts>();
        await foreach (var head in draws.AllAsync(cancellation))
        {
            if (IsSettled(head) && head.StartsOn.Year == year && await traces.FindAsync(head.Id, cancellation) is { } trace)
                facts.Add(await ReadAsync(head, trace, calendar, cancellation));
        }

        return facts;
    }

    /// <summary>Whether a draw is one of those that are looked at.</summary>
    public static bool IsSettled(DrawHead head) =>
        head.State is DrawState.Drawn or DrawState.Closed && head.Supplements.Length == 0;

    /// <summary>
    /// What a draw belongs to. The tasks of a plan leave out whom the plan drew before; those of one scope draw from the same
    /// enterprises.
    /// </summary>
    public static string SeriesOf(DrawHead head, TaskTerms terms) =>
        head.PlanId.Length == 0 ? head.Id : $"{head.PlanId} {StoredJson.Write(terms.Scope)}";

    private async Task<DrawFacts> ReadAsync(DrawHead head, DrawTrace trace, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var task = await tasks.FindAsync(head.TaskId, cancellation) ?? throw new InvalidOperationException($"task {head.TaskId} of draw {head.Id} is gone");
        var notice = await files.NoticeAsync(head, cancellation);
        var recorded = await results.AllAsync(head.Id, cancellation).ToDictionaryAsync(static result => result.Uscc, cancellationToken: cancellation);
        var replacements = await selections.ReplacementsAsync(head.Id, cancellation);
        var places = trace.Places.ToDictionary(static place => place.Uscc, static place => place.District);
        var visits = new List<VisitFacts>();
        await foreach (var selected in selections.AllAsync(head.Id, cancellation))
        {
            if (selected.IsReserve && replacements.BroughtIn(selected.Uscc) is null)
                continue;
            var teams = replacements.TeamsOf(selected);
            var result = recorded.GetValueOrDefault(selected.Uscc);
            var reviewed = result is null ? null : await ReviewedAsync(result, cancellation);
            visits.Add(new VisitFacts
            {
                Uscc = selected.Uscc,
                RiskClass = RiskClass.Parse(selected.RiskClass),
                District = places.GetValueOrDefault(selected.Uscc, ""),
                Inspectors = [.. teams.SelectMany(static team => team.Inspectors)],
                Shortage = teams.Sum(static team => team.Shortage),
                IsReplaced = replacements.Of(selected.Uscc) is not null,
                Items = ItemsOf(task.Terms.ItemCodes, replacements.Of(selected.Uscc) is not null, reviewed),
                InspectedOn = reviewed?.InspectedOn,
                PublishedOn = result?.PublishedAt is { } at ? time.DayOf(at) : null,
                DueOn = calendar.Add(result?.Terms.InspectedOn ?? head.EndsOn, rules.Value.PublicationWorkingDays).Day,
                IsOpen = result is not null && reviewed is not null && IsOpen(reviewed, result.FollowUps),
            });
        }

        return new DrawFacts
        {
            DrawId = head.Id,
            PlanId = head.PlanId,
            Series = SeriesOf(head, task.Terms),
            IsTargeted = head.Target is not null,
            StartsOn = head.StartsOn,
            DrawnAt = head.DrawnAt!.Value,
            ItemCodes = task.Terms.ItemCodes,
            Departments = DepartmentTeam.NamesOf(head.Departments),
            Sizes = notice.Terms.Sampling.Sizes,
            Excluded = notice.Terms.Excluded.Size,
            Visits = visits,
        };
    }

    /// <summary>What the last approved revision says; what is being written or corrected is nobody's word yet.</summary>
    private async Task<ResultTerms?> ReviewedAsync(InspectionResult result, CancellationToken cancellation)
    {
        if (result.State is ResultState.Approved or ResultState.Published)
            return result.Terms;
        return result.PublishedRevision > 0 && await results.ApprovedAsync(result.DrawId, result.Uscc, cancellation) is [.., var last]
            ? last.Terms
            : null;
    }

    private static Dictionary<string, ItemFact> ItemsOf(IReadOnlyList<string> codes, bool isReplaced, ResultTerms? reviewed)
    {
        var found = reviewed?.Items.ToDictionary(static item => item.ItemCode) ?? [];
        return codes.ToDictionary(static code => code, code =>
            isReplaced ? new ItemFact(Finding.Gone, LeftOut.Replaced) : FactOf(found.GetValueOrDefault(code)));
    }

    private static ItemFact FactOf(ItemResult? item) => item switch
    {
        null => new ItemFact(Finding.Unknown, LeftOut.NotReviewed),
        { Checked: false } => new ItemFact(Finding.Unknown, LeftOut.NotChecked),
        { Code: ResultCode.Unreachable } => new ItemFact(Finding.Unknown, LeftOut.Unreachable),
        _ => new ItemFact(Findings.Of(item), LeftOut.No),
    };

    private static bool IsOpen(ResultTerms reviewed, IReadOnlyList<FollowUp> followUps) => reviewed.Items.Any(item =>
        item.Code == ResultCode.Pending && !followUps.Any(one => one.ItemCode == item.ItemCode && one.IsClosed));
}
