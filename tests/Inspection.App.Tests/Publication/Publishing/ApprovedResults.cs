using Inspection.App.Results;
using Inspection.App.Tests.Results;

namespace Inspection.App.Tests.Publication;

/// <summary>Leaves results approved and queued, as a process does that dies before it tells the publisher.</summary>
internal static class ApprovedResults
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The first approved revision of a visit, or the next one of a published result.</summary>
    public static async Task ApproveAsync(this ResultFixture fixture, ResultId id, string code = "NoProblem", string disposal = "None")
    {
        var (store, now) = (fixture.Service<ResultStore>(), fixture.Draws.App.Time.GetUtcNow());
        var terms = ResultFixture.Result(code, disposal).ToObject<ResultTerms>()!;
        var draft = await store.FindAsync(id.DrawId, id.Uscc, Cancellation) is { } published
            ? (await store.ReplaceAsync(
                published with { State = ResultState.Draft, Revision = published.Revision + 1, Terms = terms, CorrectionReason = "录入有误", CorrectionBy = "zhao" }, Cancellation))!
            : (await store.AddAsync(
                new InspectionResult { DrawId = id.DrawId, Uscc = id.Uscc, State = ResultState.Draft, Revision = 1, Terms = terms, Recorders = ["wang"], RecordedAt = now },
                Cancellation))!;
        var next = draft with { State = ResultState.Submitted, Submission = draft.Submission + 1, SubmittedBy = "wang", SubmittedAt = now };
        var submitted = (await store.SubmitAsync(next, Submission.Of(next), Cancellation))!;
        await fixture.Service<ResultsToPublish>().AddAsync(submitted, Cancellation);
        var approved = submitted with { State = ResultState.Approved, ReviewedBy = "qian", ReviewedAt = now };
        Assert.NotNull(await store.ReviewAsync(approved, new Review(approved.Submission, true, "", "qian", now), Cancellation));
    }
}
