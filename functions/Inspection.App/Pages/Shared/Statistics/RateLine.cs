using Inspection.App.Oversight;

namespace Inspection.App.Pages;

/// <summary>A rate of problems as a table says it.</summary>
/// <param name="Name">Of what it is.</param>
/// <param name="Rate">The estimate.</param>
/// <param name="Interval">Its interval at 95%.</param>
/// <param name="Inspected">By how many inspections.</param>
/// <param name="IfUnknown">The rate if all that is unknown were well, and if none of it were.</param>
/// <param name="LeftOut">What it leaves out.</param>
internal sealed record RateLine(string Name, string Rate, string Interval, int Inspected, string IfUnknown, LeftOutCount LeftOut)
{
    /// <summary>A public rate, in whole percents.</summary>
    public static RateLine Of(PublicRate rate, string name)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return new RateLine(
            name, $"{rate.Percent}%", $"{rate.Lower}%–{rate.Upper}%", rate.Inspected, $"{rate.LowestIfUnknown}%–{rate.HighestIfUnknown}%", rate.LeftOut);
    }

    /// <summary>A rate for those who oversee; one of which nobody was inspected is there, and says nothing.</summary>
    public static RateLine Of(RateRow row, string name, Words words)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(words);
        return row.Estimate is { } estimate
            ? new RateLine(name, words.Percent(estimate.Rate), Range(estimate.Interval), estimate.Inspected, Range(estimate.Extremes), row.LeftOut)
            : new RateLine(name, "–", "–", 0, "–", row.LeftOut);

        string Range(Interval interval) => $"{words.Percent(interval.Lower)}–{words.Percent(interval.Upper)}";
    }
}
