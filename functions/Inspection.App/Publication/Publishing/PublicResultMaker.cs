using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Publication;

/// <summary>
/// Makes of a result what the public sees of it. Names are those of the day on which the result, or the revision, first
/// became public: a directory that changes later changes no history.
/// </summary>
internal sealed class PublicResultMaker(
    DrawStore draws, TaskStore tasks, PlanStore plans, EnterpriseStore enterprises, CheckItemStore items, IOptions<RuleOptions> rules)
{
    /// <param name="id">The result.</param>
    /// <param name="revisions">Its approved revisions, oldest first; at least one.</param>
    /// <param name="followUps">Its follow-ups, oldest first.</param>
    /// <param name="objections">Its objections as the public sees them.</param>
    /// <param name="before">What the public sees of it until now, or null.</param>
    /// <param name="cancellation">Stops the reads.</param>
    public async Task<PublicResult> MakeAsync(
        ResultId id, IReadOnlyList<AnnouncedRevision> revisions, IReadOnlyList<AnnouncedFollowUp> followUps,
        IReadOnlyList<PublicObjection> objections, PublicResult? before, CancellationToken cancellation)
    {
        var shown = await RevisionsAsync(revisions, before?.Revisions ?? [], cancellation);
        var (last, names) = (revisions[^1].Revision, shown[^1].Items.ToDictionary(static item => item.ItemCode, static item => item.ItemName));
        return (before ?? await BeginAsync(id, shown, cancellation)) with
        {
            Method = last.Terms.Method,
            InspectedOn = last.Terms.InspectedOn,
            Items = [.. last.Terms.ItemsAfter([.. followUps.Select(static one => one.FollowUp)]).Select(item => ItemOf(item, names[item.ItemCode]))],
            Revision = last.Number,
            UpdatedAt = LastChange(revisions, followUps, objections),
            Revisions = shown,
            FollowUps = [.. followUps.Select(static one => Of(one))],
            Objections = objections,
        };
    }

    private async Task<PublicResult> BeginAsync(ResultId id, IReadOnlyList<PublicRevision> revisions, CancellationToken cancellation)
    {
        var draw = await draws.FindAsync(id.DrawId, cancellation) ?? throw new InvalidOperationException($"draw {id.DrawId} of a result is gone");
        var task = await tasks.FindAsync(draw.TaskId, cancellation) ?? throw new InvalidOperationException($"task {draw.TaskId} of draw {draw.Id} is gone");
        var plan = task.Terms.PlanId.Length == 0 ? null : await plans.FindAsync(task.Terms.PlanId, cancellation);
        var enterprise = await enterprises.GetAsync(UnifiedSocialCreditCode.Parse(id.Uscc), cancellation);
        return new PublicResult
        {
            Id = id.ToString(),
            DrawId = id.DrawId,
            TaskId = task.Id,
            TaskTitle = task.Terms.Title,
            PlanId = task.Terms.PlanId,
            PlanTitle = plan?.Terms.Title ?? "",
            CheckType = TypeOf(task.Terms),
            Uscc = id.Uscc,
            Name = enterprise?.Name ?? "",
            District = enterprise?.District ?? "",
            Authority = rules.Value.Authority,
            Departments = draw.DepartmentNames,
            Method = revisions[0].Method,
            InspectedOn = revisions[0].InspectedOn,
            Items = revisions[0].Items,
            Revision = revisions[0].Number,
            PublishedAt = revisions[0].PublishedAt,
            UpdatedAt = revisions[0].PublishedAt,
            Revisions = revisions,
        };
    }

    private async Task<IReadOnlyList<PublicRevision>> RevisionsAsync(
        IReadOnlyList<AnnouncedRevision> revisions, IReadOnlyList<PublicRevision> known, CancellationToken cancellation)
    {
        var shown = new List<PublicRevision>();
        foreach (var (revision, at) in revisions)
        {
            shown.Add(known.FirstOrDefault(one => one.Number == revision.Number) ?? new PublicRevision(
                revision.Number, at, revision.Reason, revision.Terms.Method, revision.Terms.InspectedOn,
                await ItemsAsync(revision.Terms.Items, cancellation)));
        }

        return shown;
    }

    private async Task<IReadOnlyList<PublicItemResult>> ItemsAsync(IReadOnlyList<ItemResult> results, CancellationToken cancellation)
    {
        var named = new List<PublicItemResult>();
        foreach (var item in results)
            named.Add(ItemOf(item, (await items.GetAsync(item.ItemCode, cancellation))?.Name ?? item.ItemCode));
        return named;
    }

    private static PublicItemResult ItemOf(ItemResult item, string name) => new(item.ItemCode, name, item.Checked, item.Code, item.Disposal);

    private static PublicFollowUp Of(AnnouncedFollowUp announced)
    {
        var followUp = announced.FollowUp;
        return new PublicFollowUp(followUp.On, followUp.ItemCode, followUp.Code, followUp.Disposal, followUp.IsClosed) { PublishedAt = announced.At };
    }

    private static CheckType TypeOf(TaskTerms terms) =>
        terms.Target is null && terms.Scope is { Districts.Count: 0, Industries.Count: 0, Tags.Count: 0 } ? CheckType.Untargeted : CheckType.Targeted;

    private static DateTimeOffset LastChange(
        IReadOnlyList<AnnouncedRevision> revisions, IReadOnlyList<AnnouncedFollowUp> followUps, IReadOnlyList<PublicObjection> objections) =>
        revisions.Select(static revision => revision.At)
            .Concat(followUps.Select(static one => one.At))
            .Concat(objections.Select(static one => one.AnsweredAt ?? one.ReceivedAt))
            .Max();
}
