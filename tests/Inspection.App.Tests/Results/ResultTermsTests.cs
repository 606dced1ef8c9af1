using Inspection.App.Results;

namespace Inspection.App.Tests.Results;

public sealed class ResultTermsTests
{
    [Fact]
    public void ItemsAfter_FollowUpsOfPendingItems_SayWhatTheyCameTo()
    {
        IReadOnlyList<FollowUp> followUps = [Of(1, "T-002", ResultCode.Pending), Of(2, "T-002", ResultCode.Corrected), Of(3, "T-001", ResultCode.Refused)];

        Assert.Equal(
            [(ResultCode.NoProblem, Disposal.None), (ResultCode.Corrected, Disposal.Rectify)],
            SampleResult.Terms.ItemsAfter(followUps).Select(item => (item.Code!.Value, item.Disposal)));
        Assert.Equal(["T-002"], (SampleResult.Draft with { FollowUps = [followUps[0]] }).OpenProblems);
        Assert.Empty((SampleResult.Draft with { FollowUps = followUps }).OpenProblems);
    }

    private static FollowUp Of(int number, string item, ResultCode code) =>
        new(number, item, new DateOnly(2026, 12, 1), code, Disposal.Rectify, "", "zhao", SampleResult.At(number));
}
