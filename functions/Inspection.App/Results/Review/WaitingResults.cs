using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Results;

/// <summary>A result that waits for a reviewer.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Title">The task.</param>
/// <param name="Name">The enterprise's name now; empty where the directory holds it no more.</param>
/// <param name="District">Its district now.</param>
/// <param name="Revision">The revision; above 1 it corrects a public one.</param>
/// <param name="CorrectionReason">Why it does; empty for the first.</param>
/// <param name="InspectedOn">The day of the visit.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="SubmittedBy">Who submitted it.</param>
/// <param name="OpenProblems">Codes of the items whose problem is pending.</param>
/// <param name="PublishBy">The last day on which it is published in time.</param>
/// <param name="IsPublishByProvisional">Whether that day may still move.</param>
/// <param name="IsOwn">Whether the reader recorded it, and so leaves it to somebody else.</param>
public sealed record WaitingResult(
    string DrawId, string Uscc, string Title, string Name, string District, int Revision, string CorrectionReason, DateOnly InspectedOn,
    DateTimeOffset Since, string SubmittedBy, IReadOnlyList<string> OpenProblems, DateOnly PublishBy, bool IsPublishByProvisional, bool IsOwn);

/// <summary>What waits for the reviewers of a department, the oldest first.</summary>
internal sealed class WaitingResults(
    WaitingIndex waiting, VisitFinder visits, ResultStore results, EnterpriseStore enterprises, WorkingDays days, IOptions<RuleOptions> rules)
{
    /// <summary>Results that wait for their review.</summary>
    public Task<Page<WaitingResult>> ReviewsAsync(Actor actor, int limit, string? cursor, CancellationToken cancellation) => ListAsync(
        WaitingKind.Review, actor, limit, cursor,
        static (result, since) => result.State == ResultState.Submitted && result.SubmittedAt == since, cancellation);

    /// <summary>Published results with a problem that is pending.</summary>
    public Task<Page<WaitingResult>> FollowUpsAsync(Actor actor, int limit, string? cursor, CancellationToken cancellation) => ListAsync(
        WaitingKind.FollowUp, actor, limit, cursor,
        static (result, since) => result.ReviewedAt == since && result.OpenProblems.Any(), cancellation);

    private async Task<Page<WaitingResult>> ListAsync(
        WaitingKind kind, Actor actor, int limit, string? cursor, Func<InspectionResult, DateTimeOffset, bool> holds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var calendar = await days.ReadAsync(cancellation);
        return await waiting.ListAsync(kind, actor.Department, limit, cursor, JudgeAsync, cancellation);

        async ValueTask<WaitingJudgement<WaitingResult>> JudgeAsync(Waiting thing)
        {
            var result = await results.FindAsync(thing.DrawId, thing.Uscc, cancellation);
            if (result is null || result.Version < thing.Version)
                return WaitingJudgement<WaitingResult>.NotYet;
            if (!holds(result, thing.Since) || await visits.FindAsync(result.Id, cancellation) is not { Refusal: null, Value: var visit })
                return WaitingJudgement<WaitingResult>.Over;
            return WaitingJudgement<WaitingResult>.Holds(await ViewAsync(visit, result, thing.Since, actor, calendar, cancellation));
        }
    }

    private async Task<WaitingResult> ViewAsync(
        Visit visit, InspectionResult result, DateTimeOffset since, Actor actor, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var enterprise = await enterprises.GetAsync(UnifiedSocialCreditCode.Parse(result.Uscc), cancellation);
        var publishBy = calendar.Add(result.Terms.InspectedOn, rules.Value.PublicationWorkingDays);
        return new WaitingResult(
            result.DrawId, result.Uscc, visit.Draw.Title, enterprise?.Name ?? "", enterprise?.District ?? "", result.Revision,
            result.CorrectionReason, result.Terms.InspectedOn, since, result.SubmittedBy, [.. result.OpenProblems],
            publishBy.Day, publishBy.IsProvisional, result.Recorders.Contains(actor.Name));
    }
}
