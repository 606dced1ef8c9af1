using Inspection.App.Oversight;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight;

/// <summary>Facts of draws, with what a test does not care about filled in.</summary>
internal static class MadeUpDraw
{
    public const string Item = "甲";

    public static DrawFacts Of(string id, params VisitFacts[] visits) => new()
    {
        DrawId = id,
        PlanId = "",
        Series = id,
        IsTargeted = false,
        StartsOn = new DateOnly(2026, 3, 1),
        DrawnAt = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero),
        ItemCodes = [Item],
        Departments = ["市场"],
        Sizes = [new ClassSize(RiskClass.Parse("B"), 100)],
        Excluded = 0,
        Visits = visits,
    };

    public static VisitFacts Visit(string uscc, Finding finding = Finding.None) => new()
    {
        Uscc = uscc,
        RiskClass = RiskClass.Parse("B"),
        District = "东区",
        Inspectors = ["1", "2"],
        Shortage = 0,
        IsReplaced = finding == Finding.Gone,
        Items = new Dictionary<string, ItemFact> { [Item] = new(finding, WhyOf(finding)) },
        InspectedOn = finding is Finding.Problem or Finding.None ? new DateOnly(2026, 3, 10) : null,
        PublishedOn = finding is Finding.Problem or Finding.None ? new DateOnly(2026, 3, 12) : null,
        DueOn = new DateOnly(2026, 4, 8),
    };

    private static LeftOut WhyOf(Finding finding) => finding switch
    {
        Finding.Gone => LeftOut.Replaced,
        Finding.Unknown => LeftOut.NotReviewed,
        _ => LeftOut.No,
    };
}
