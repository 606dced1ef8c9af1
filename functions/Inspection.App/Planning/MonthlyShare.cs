using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>
/// How many of each class a month draws: what is left of the year's quota, spread over the months left, rounded up. Who
/// was drawn has left the plan for the year, so twelve months cover the yearly rate and draw nobody twice.
/// </summary>
/// <remarks>
/// <code>
/// year(c)  = ceil((eligible(c) + drawn(c)) · rate(c))
/// month(c) = min(eligible(c), ceil(max(0, year(c) − drawn(c)) / monthsLeft))
/// </code>
/// </remarks>
public static class MonthlyShare
{
    /// <param name="rate">The class's yearly rate.</param>
    /// <param name="eligible">How many of the class can still be drawn.</param>
    /// <param name="drawn">How many of the class the plan has drawn this year.</param>
    /// <param name="monthsLeft">1 in December to 12 in January.</param>
    public static int Quota(BasisPoints rate, int eligible, int drawn, int monthsLeft)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(monthsLeft, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(monthsLeft, 12);
        var left = Math.Max(0, rate.CeilingOf(eligible + drawn) - drawn);
        return Math.Min(eligible, (left + monthsLeft - 1) / monthsLeft);
    }
}
