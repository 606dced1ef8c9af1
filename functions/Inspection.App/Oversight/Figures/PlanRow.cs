using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>How far a yearly plan is.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="Planned">How many its rates ask for of those who could be drawn.</param>
/// <param name="Drawn">How many its draws have drawn, reserves that stepped in among them.</param>
/// <param name="Inspected">How many have a reviewed result.</param>
public sealed record PlanRow(string PlanId, string Title, int Planned, int Drawn, int Inspected)
{
    /// <summary>The share of what is planned that was inspected; null where nothing is planned.</summary>
    public double? Coverage => Planned == 0 ? null : (double)Inspected / Planned;

    /// <param name="plan">The plan.</param>
    /// <param name="draws">The draws of its year.</param>
    public static PlanRow Of(YearlyPlan plan, IReadOnlyList<DrawFacts> draws)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(draws);
        var own = draws.Where(draw => draw.PlanId == plan.Id).ToList();
        var sizes = own.Select(static draw => draw.ToSample()).GroupBy(static draw => draw.Series)
            .SelectMany(static series => SampleStrata.SizesOf([.. series]));
        var planned = sizes.GroupBy(static size => size.RiskClass).Sum(size =>
            new BasisPoints(plan.Terms.Rates.GetValueOrDefault(size.Key.ToString())).CeilingOf(size.Sum(static one => one.Size)));
        var visits = own.SelectMany(static draw => draw.Visits).ToList();
        return new PlanRow(plan.Id, plan.Terms.Title, planned, visits.Count, visits.Count(static visit => visit.InspectedOn is not null));
    }
}
