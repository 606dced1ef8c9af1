namespace Inspection.App.Oversight;

/// <summary>What a rate leaves out, beside what it is made of.</summary>
/// <param name="Drawn">How many were drawn, reserves that stepped in among them.</param>
/// <param name="Replaced">How many were not there any more and replaced.</param>
/// <param name="Unreachable">How many were not reached.</param>
/// <param name="NotChecked">How many were visited without checking what is asked.</param>
/// <param name="NotReviewed">How many have no reviewed result.</param>
/// <param name="Understaffed">How many were visited by fewer inspectors than the task asks for.</param>
/// <param name="Excluded">How many were on no roster, because a rule left them out: no rate speaks of them.</param>
public sealed record LeftOutCount(int Drawn, int Replaced, int Unreachable, int NotChecked, int NotReviewed, int Understaffed, int Excluded)
{
    /// <summary>Counts what a question leaves out.</summary>
    public static LeftOutCount Of(IReadOnlyList<DrawFacts> draws, RateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(question);
        var asked = draws.Where(draw => SampleStrata.Answers(draw.ItemCodes, draw.Departments, question)).ToList();
        var visits = asked.SelectMany(static draw => draw.Visits)
            .Where(visit => question.District.Length == 0 || visit.District == question.District).ToList();
        var why = visits.CountBy(visit => WhyOf(visit, question.ItemCode)).ToDictionary();
        return new LeftOutCount(
            visits.Count,
            why.GetValueOrDefault(LeftOut.Replaced),
            why.GetValueOrDefault(LeftOut.Unreachable),
            why.GetValueOrDefault(LeftOut.NotChecked),
            why.GetValueOrDefault(LeftOut.NotReviewed),
            visits.Count(static visit => !visit.IsReplaced && visit.Shortage > 0),
            // The rosters of one series leave out the same ones again and again, and whom it drew before.
            asked.GroupBy(static draw => draw.Series).Sum(static series => series.MinBy(static draw => draw.DrawnAt)!.Excluded));
    }

    /// <summary>Of all items together nothing is known where nothing is known of any.</summary>
    private static LeftOut WhyOf(VisitFacts visit, string itemCode)
    {
        if (itemCode.Length > 0)
            return visit.Items.TryGetValue(itemCode, out var item) ? item.LeftOut : LeftOut.NotChecked;
        return visit.Items.Values.Any(static one => one.LeftOut == LeftOut.No)
            ? LeftOut.No
            : visit.Items.Values.Select(static one => one.LeftOut).DefaultIfEmpty(LeftOut.NotReviewed).Min();
    }
}
