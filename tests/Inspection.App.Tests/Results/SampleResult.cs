using Inspection.App.Results;

namespace Inspection.App.Tests.Results;

/// <summary>Results that are filled in.</summary>
internal static class SampleResult
{
    public const string DrawId = "20261101-abc";
    public const string Uscc = "91379901MAF68DP16J";

    public static ResultTerms Terms { get; } = new()
    {
        Method = InspectionMethod.OnSite,
        InspectedOn = new DateOnly(2026, 11, 12),
        Items =
        [
            new ItemResult { ItemCode = "T-001", Checked = true, Code = ResultCode.NoProblem },
            new ItemResult { ItemCode = "T-002", Checked = true, Code = ResultCode.Pending, Disposal = Disposal.Rectify, Finding = "未悬挂营业执照" },
        ],
    };

    public static InspectionResult Draft { get; } = new()
    {
        DrawId = DrawId,
        Uscc = Uscc,
        State = ResultState.Draft,
        Revision = 1,
        Terms = Terms,
        Recorders = ["wang"],
        RecordedAt = At(1),
    };

    public static Submission SubmissionOf(InspectionResult result) => new()
    {
        Number = result.Submission,
        Revision = result.Revision,
        Terms = result.Terms,
        CorrectionReason = result.CorrectionReason,
        Recorders = result.Recorders,
        By = "wang",
        At = At(2),
    };

    public static DateTimeOffset At(int hour) => new(2026, 11, 12, hour, 0, 0, TimeSpan.Zero);
}
