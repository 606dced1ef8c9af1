using MathNet.Numerics;

namespace Inspection.App.Oversight;

/// <summary>
/// Looks at the tickets of the drawn and the reserves, the k smallest of a class of N. Of uniform tickets the k − 1 below the
/// largest of them, divided by it, are uniform whatever it is; and the largest itself is a beta variable, which its own
/// distribution function makes uniform.
/// </summary>
/// <remarks>
/// <code>
/// P(the k-th smallest of N ≤ t) = I(t; k, N − k + 1)
/// </code>
/// </remarks>
internal static class TicketLooks
{
    public static IEnumerable<Look> At(IReadOnlyList<DrawTrace> draws)
    {
        var classes = draws.SelectMany(static draw => draw.Classes).Where(static c => c.Tickets.Count > 0).ToList();
        var below = classes.SelectMany(static c => c.Tickets.SkipLast(1).Select(ticket => ticket / c.Tickets[^1])).ToList();
        var largest = classes.Select(static c =>
            SpecialFunctions.BetaRegularized(c.Tickets.Count, c.Size - c.Tickets.Count + 1, c.Tickets[^1])).ToList();
        return new[] { (LookKind.Tickets, below), (LookKind.Thresholds, largest) }
            .Where(static look => look.Item2.Count >= KolmogorovSmirnov.Fewest)
            .Select(static look => Of(look.Item1, look.Item2));
    }

    private static Look Of(LookKind kind, List<double> numbers)
    {
        var distance = KolmogorovSmirnov.Distance(numbers);
        // The mean of the limiting distribution of √n·D is √(π/2)·ln 2.
        var expected = Math.Sqrt(Math.PI / 2) * Math.Log(2) / Math.Sqrt(numbers.Count);
        return new Look(kind, "", distance, expected, KolmogorovSmirnov.PValue(distance, numbers.Count));
    }
}
