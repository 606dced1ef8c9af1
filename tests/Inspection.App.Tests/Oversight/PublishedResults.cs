using Inspection.App.Results;
using Inspection.App.Tests.Draws;

namespace Inspection.App.Tests.Oversight;

/// <summary>Leaves results as they are once they are public, without the way there.</summary>
internal static class PublishedResults
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task PublishAsync(this DrawFixture fixture, string drawId, string uscc, ResultCode code, DateOnly on)
    {
        var (store, now) = (fixture.Service<ResultStore>(), fixture.App.Time.GetUtcNow());
        var terms = new ResultTerms
        {
            Method = InspectionMethod.OnSite,
            InspectedOn = on,
            Items = [new ItemResult { ItemCode = DrawFixture.ItemCode, Checked = true, Code = code }],
        };
        var draft = (await store.AddAsync(
            new InspectionResult { DrawId = drawId, Uscc = uscc, State = ResultState.Draft, Revision = 1, Terms = terms, Recorders = ["recorder"], RecordedAt = now },
            Cancellation))!;
        var submission = new Submission { Number = 1, Revision = 1, Terms = terms, Recorders = ["recorder"], By = "recorder", At = now };
        var submitted = (await store.SubmitAsync(
            draft with { State = ResultState.Submitted, Submission = 1, SubmittedBy = "recorder", SubmittedAt = now }, submission, Cancellation))!;
        var approved = (await store.ReviewAsync(
            submitted with { State = ResultState.Approved, ReviewedBy = "reviewer", ReviewedAt = now }, new Review(1, true, "同意", "reviewer", now), Cancellation))!;
        Assert.NotNull(await store.MarkPublishedAsync(approved, now, Cancellation));
    }
}
