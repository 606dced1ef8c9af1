namespace Inspection.App.Oversight;

/// <summary>
/// Which rates may be public. A rate gives every result the weight of its class, and results are public one by one: of a
/// rate that rests on one problem, anybody could work out the weight of the enterprise that has it, and with the weight its
/// class. So a total is public only where
/// <list type="bullet">
/// <item>at least ten were inspected;</item>
/// <item>of those with a problem, and of those without, there is none, or there are at least five of at least two weights;</item>
/// </list>
/// and it is rounded to whole percents and made anew once a month, so that no single result shows in its change. Where all
/// weights are equal they tell nothing, and the first rule alone holds. Of the parts of a total as many are hidden as it
/// takes for those that are hidden to obey the rules together: otherwise the total less the others would tell.
/// </summary>
public static class PublicRateRule
{
    /// <summary>The fewest inspected.</summary>
    public const int FewestInspected = 10;

    /// <summary>The fewest of those with a problem, or without one, where there is any.</summary>
    public const int FewestAlike = 5;

    private const double SameWeight = 1e-9;

    public static bool Allows(IReadOnlyList<Stratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var seen = strata.Where(static stratum => stratum.Inspected > 0).ToList();
        if (InspectedOf(seen) < FewestInspected)
            return false;
        return WeightsOf(seen) == 1
            || (HidesEach(seen, static stratum => stratum.Problems) && HidesEach(seen, static stratum => stratum.Inspected - stratum.Problems));
    }

    /// <summary>Which parts of a total are hidden: those that the rules hide, and with them the smallest of the others.</summary>
    /// <param name="parts">The strata of each part, such as a district.</param>
    /// <returns>Their positions.</returns>
    public static IReadOnlySet<int> Hidden(IReadOnlyList<IReadOnlyList<Stratum>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var hidden = Enumerable.Range(0, parts.Count).Where(i => !Allows(parts[i])).ToHashSet();
        var smallestFirst = new Queue<int>(Enumerable.Range(0, parts.Count).Except(hidden).OrderBy(i => InspectedOf(parts[i])));
        while (hidden.Any(i => InspectedOf(parts[i]) > 0) && !Allows([.. hidden.SelectMany(i => parts[i])]) && smallestFirst.TryDequeue(out var next))
            hidden.Add(next);
        return hidden;
    }

    private static int InspectedOf(IReadOnlyList<Stratum> strata) => strata.Sum(static stratum => stratum.Inspected);

    private static bool HidesEach(List<Stratum> seen, Func<Stratum, int> count)
    {
        var some = seen.Where(stratum => count(stratum) > 0).ToList();
        return some.Count == 0 || (some.Sum(count) >= FewestAlike && WeightsOf(some) > 1);
    }

    private static int WeightsOf(List<Stratum> strata)
    {
        var weights = strata.Select(static stratum => stratum.Weight).Order().ToList();
        return 1 + weights.Zip(weights.Skip(1)).Count(static pair => pair.Second - pair.First > SameWeight);
    }
}
