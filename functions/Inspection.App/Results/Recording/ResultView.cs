using System.Diagnostics.CodeAnalysis;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Microsoft.Extensions.Options;
using ETag = Azure.ETag;

namespace Inspection.App.Results;

/// <summary>What was handed to the review, and what came of it.</summary>
/// <param name="Number">Counts the submissions of the result.</param>
/// <param name="Revision">The revision that it is of.</param>
/// <param name="Terms">What it said.</param>
/// <param name="Evidence">What backed it.</param>
/// <param name="CorrectionReason">Why it corrects the revision before; empty for the first.</param>
/// <param name="Recorders">Everybody who had written on it.</param>
/// <param name="By">Who submitted it.</param>
/// <param name="At">When.</param>
/// <param name="Review">What a reviewer said; null while it waits.</param>
public sealed record SubmissionView(
    int Number, int Revision, ResultTerms Terms, IReadOnlyList<Evidence> Evidence, string CorrectionReason,
    IReadOnlyList<string> Recorders, string By, DateTimeOffset At, Review? Review)
{
    internal static SubmissionView Of(Submission submission, IEnumerable<Review> reviews) => new(
        submission.Number, submission.Revision, submission.Terms, submission.Evidence, submission.CorrectionReason,
        submission.Recorders, submission.By, submission.At, reviews.FirstOrDefault(review => review.Submission == submission.Number));
}

/// <summary>A result as those see it who may: what was written, where it stands, and all that it was before.</summary>
public sealed record ResultView : ResultTerms, IVersioned
{
    [SetsRequiredMembers]
    private ResultView(ResultTerms terms)
        : base(terms)
    {
    }

    /// <summary>What it is called once it is public.</summary>
    public string Id { get; init; } = "";

    public string DrawId { get; init; } = "";

    public string Uscc { get; init; } = "";

    public ResultState State { get; init; }

    public int Revision { get; init; }

    /// <summary>Everybody who wrote on it; none of them reviews it.</summary>
    public IReadOnlyList<string> Recorders { get; init; } = [];

    public DateTimeOffset RecordedAt { get; init; }

    public string SubmittedBy { get; init; } = "";

    public DateTimeOffset? SubmittedAt { get; init; }

    public string ReviewedBy { get; init; } = "";

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>What the reviewer said of the last submission.</summary>
    public string Opinion { get; init; } = "";

    public string CorrectionReason { get; init; } = "";

    /// <summary>The newest revision that is public; 0 where none is.</summary>
    public int PublishedRevision { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The last day on which it is published in time.</summary>
    public DateOnly PublishBy { get; init; }

    /// <summary>Whether that day may still move, because a year's holidays are not known yet.</summary>
    public bool IsPublishByProvisional { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Codes of the items whose problem is still pending.</summary>
    public IReadOnlyList<string> OpenProblems { get; init; } = [];

    /// <summary>Everything that was submitted, oldest first.</summary>
    public IReadOnlyList<SubmissionView> Submissions { get; init; } = [];

    ETag IVersioned.ETag => Version;

    internal ETag Version { get; init; }

    internal static ResultView Of(WholeResult whole, WorkingDeadline publishBy)
    {
        var result = whole.Result;
        return new ResultView(result.Terms)
        {
            Id = result.Id.ToString(),
            DrawId = result.DrawId,
            Uscc = result.Uscc,
            State = result.State,
            Revision = result.Revision,
            Recorders = result.Recorders,
            RecordedAt = result.RecordedAt,
            SubmittedBy = result.SubmittedBy,
            SubmittedAt = result.SubmittedAt,
            ReviewedBy = result.ReviewedBy,
            ReviewedAt = result.ReviewedAt,
            Opinion = result.Opinion,
            CorrectionReason = result.CorrectionReason,
            PublishedRevision = result.PublishedRevision,
            PublishedAt = result.PublishedAt,
            PublishBy = publishBy.Day,
            IsPublishByProvisional = publishBy.IsProvisional,
            Evidence = result.Evidence,
            FollowUps = result.FollowUps,
            OpenProblems = [.. result.OpenProblems],
            Submissions = [.. whole.Submissions.Select(submission => SubmissionView.Of(submission, whole.Reviews))],
            Version = result.ETag,
        };
    }
}

/// <summary>Looks up what a result's view shows beside its own row.</summary>
internal sealed class ResultViews(ResultStore results, WorkingDays days, IOptions<RuleOptions> rules)
{
    public async Task<ResultView> OfAsync(WholeResult whole, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var publishBy = await days.AddAsync(whole.Result.Terms.InspectedOn, rules.Value.PublicationWorkingDays, cancellation);
        return ResultView.Of(whole, publishBy);
    }

    public async Task<ResultView> OfAsync(InspectionResult result, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(result);
        return await OfAsync(
            new WholeResult(
                result,
                await results.SubmissionsAsync(result.DrawId, result.Uscc, cancellation),
                await results.ReviewsAsync(result.DrawId, result.Uscc, cancellation)),
            cancellation);
    }
}
