namespace Inspection.App.Oversight;

/// <summary>A rate of problems, and what it is asked of.</summary>
/// <param name="ItemCode">The check item; empty for any item of the visit.</param>
/// <param name="ItemName">Its name; empty for any.</param>
/// <param name="Department">The department that took part; empty for any.</param>
/// <param name="District">The district; empty for all.</param>
/// <param name="Estimate">The estimate; null where nobody was inspected.</param>
/// <param name="LeftOut">What it leaves out.</param>
/// <param name="IsPublishable">Whether its total may be public; see <see cref="PublicRateRule"/>.</param>
public sealed record RateRow(
    string ItemCode, string ItemName, string Department, string District, RateEstimate? Estimate, LeftOutCount LeftOut, bool IsPublishable);
