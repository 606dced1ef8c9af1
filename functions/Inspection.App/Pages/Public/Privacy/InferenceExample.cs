using Inspection.Drawing;

namespace Inspection.App.Pages;

/// <summary>
/// What a reader can infer of a drawn enterprise's class, on the numbers of a made-up district and the usual rates:
/// <code>
/// P(class c | drawn) = quota(c) / Σ quotas      P(class c) = size(c) / Σ sizes
/// </code>
/// </summary>
/// <param name="Class">The class.</param>
/// <param name="Size">How many are in it.</param>
/// <param name="Quota">How many of it are drawn.</param>
/// <param name="Before">The chance that any enterprise of the roster is in this class.</param>
/// <param name="After">The chance that a drawn one is.</param>
internal sealed record InferenceRow(string Class, int Size, int Quota, double Before, double After)
{
    // Sizes such as a district of twenty thousand enterprises has, and the usual rates in basis points.
    private static readonly (string Class, int Size, int Rate)[] District =
        [("A", 12_000, 200), ("B", 6_000, 500), ("C", 1_700, 2_500), ("D", 300, 10_000)];

    public static IReadOnlyList<InferenceRow> Example()
    {
        var sampling = new RateSampling([.. District.Select(static c =>
            new ClassRate(RiskClass.Parse(c.Class), c.Size, new BasisPoints(c.Rate)))]);
        var quotas = Quotas.Compute(sampling, default);
        var (sizes, drawn) = (District.Sum(static c => c.Size), quotas.Sum());
        return [.. District.Zip(quotas, (c, quota) =>
            new InferenceRow(c.Class, c.Size, quota, (double)c.Size / sizes, (double)quota / drawn))];
    }
}
