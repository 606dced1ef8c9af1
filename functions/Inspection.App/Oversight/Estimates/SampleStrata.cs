using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>What a rate is asked of; an empty text means all.</summary>
/// <param name="ItemCode">A problem with this item; with any item of the visit where it is empty.</param>
/// <param name="Department">The visits in which this department took part.</param>
/// <param name="District">The enterprises of this district.</param>
public sealed record RateQuestion(string ItemCode = "", string Department = "", string District = "");

/// <summary>
/// Puts draws together into strata. Draws of one series draw without replacement over the whole series: who was drawn stays
/// away from the later ones. All that a class drew over the series is then one simple sample of those who could be drawn at
/// its beginning, because a simple sample of what a simple sample left is, with it, a simple sample.
/// </summary>
/// <remarks>
/// <code>
/// N = how many of the class could be drawn the last time + how many the series had drawn of it before
/// </code>
/// <para>
/// Taking each draw for a stratum of its own would count the enterprises once for every draw and see almost nothing of the
/// finite-population correction: twelve months that draw a class whole would be left with an error. With a class of N and
/// quotas n₁, n₂, … the two are related: the estimates Tₘ = (known before) + Nₘ·(mean of draw m) are all without bias and
/// uncorrelated (Des Raj, "Some estimators in sampling with varying probabilities without replacement", Journal of the
/// American Statistical Association 51, 1956), and weighted by their precision their sum is the mean of all drawn times N,
/// with the variance of one simple sample of n₁ + n₂ + ….
/// </para>
/// <para>
/// Enterprises that came or went between two draws had other chances than the rest; they are weighted like their class.
/// Draws of different series are strata of their own: an enterprise that could be drawn in two of them counts in both.
/// </para>
/// </remarks>
public static class SampleStrata
{
    public static IReadOnlyList<Stratum> Of(IEnumerable<SampledDraw> draws, RateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(question);
        return [.. draws.GroupBy(static draw => draw.Series).SelectMany(series => OfSeries([.. series.OrderBy(static draw => draw.DrawnAt)], question))];
    }

    /// <summary>How many of each class the draws of one series could draw in all.</summary>
    public static IReadOnlyList<ClassSize> SizesOf(IReadOnlyList<SampledDraw> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        List<SampledDraw> inOrder = [.. series.OrderBy(static draw => draw.DrawnAt)];
        return [.. ClassesOf(inOrder).Select(riskClass => new ClassSize(riskClass, SizeOf(riskClass, inOrder, inOrder.Count - 1)))];
    }

    /// <summary>Whether a draw says anything to the question.</summary>
    internal static bool Answers(IReadOnlyList<string> itemCodes, IReadOnlyList<string> departments, RateQuestion question) =>
        (question.ItemCode.Length == 0 || itemCodes.Contains(question.ItemCode))
        && (question.Department.Length == 0 || departments.Contains(question.Department));

    private static IEnumerable<Stratum> OfSeries(List<SampledDraw> series, RateQuestion question)
    {
        var last = series.FindLastIndex(draw => Answers(draw, question));
        if (last < 0)
            return [];
        var asked = series.Where(draw => Answers(draw, question)).ToList();
        return ClassesOf(asked).Select(riskClass => Of(riskClass, SizeOf(riskClass, series, last), asked, question))
            .Where(stratum => question.District.Length == 0 || !stratum.IsSilent);
    }

    private static IEnumerable<RiskClass> ClassesOf(List<SampledDraw> draws) =>
        draws.SelectMany(static draw => draw.Sizes).Select(static size => size.RiskClass).Distinct().Order();

    private static int SizeOf(RiskClass riskClass, List<SampledDraw> series, int last) =>
        series[last].Sizes.Where(size => size.RiskClass == riskClass).Sum(static size => size.Size)
        + series.Take(last).Sum(draw => draw.Enterprises.Count(one => one.RiskClass == riskClass));

    private static Stratum Of(RiskClass riskClass, int size, List<SampledDraw> asked, RateQuestion question)
    {
        var drawn = asked.SelectMany(static draw => draw.Enterprises).Where(one => one.RiskClass == riskClass).ToList();
        var (known, inspected, problems, unknown) = (0, 0, 0, 0);
        foreach (var one in drawn)
        {
            var finding = question.ItemCode.Length == 0 ? one.OfAny() : one.Of(question.ItemCode);
            var isInDomain = question.District.Length == 0 || one.District == question.District;
            known += finding == Finding.Unknown ? 0 : 1;
            inspected += isInDomain && finding is Finding.Problem or Finding.None ? 1 : 0;
            problems += isInDomain && finding == Finding.Problem ? 1 : 0;
            unknown += isInDomain && finding == Finding.Unknown ? 1 : 0;
        }

        return new Stratum(size, drawn.Count, known, inspected, problems, unknown);
    }

    private static bool Answers(SampledDraw draw, RateQuestion question) => Answers(draw.ItemCodes, draw.Departments, question);
}
