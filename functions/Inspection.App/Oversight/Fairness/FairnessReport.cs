namespace Inspection.App.Oversight;

/// <summary>
/// Many looks at past draws, and which of them an honest draw hardly explains. Looking at a hundred things, one of them is
/// off by one in a hundred; so the p-values are corrected for how many there are (Holm, "A simple sequentially rejective
/// multiple test procedure", Scandinavian Journal of Statistics 6, 1979):
/// <code>
/// adjusted(i) = max over j ≤ i of min(1, (m − j + 1) · p(j)), the p-values ascending, j from 1 to m
/// </code>
/// The chance that a report on honest draws raises any alarm is then at most <see cref="AlarmRate"/>, however the looks hang
/// together. No alarm is no proof of honesty: a small favour hides among chance.
/// </summary>
public sealed record FairnessReport
{
    /// <summary>The chance of any false alarm in one report.</summary>
    public const double AlarmRate = 0.01;

    private FairnessReport(IReadOnlyList<Look> looks) => Looks = looks;

    /// <summary>All looks, the most surprising first.</summary>
    public IReadOnlyList<Look> Looks { get; }

    /// <summary>Those that an honest draw hardly explains.</summary>
    public IEnumerable<Look> Alarms => Looks.TakeWhile(static look => look.Adjusted <= AlarmRate);

    /// <summary>Looks at past draws in every way.</summary>
    public static FairnessReport Of(IReadOnlyList<DrawTrace> draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        var inOrder = draws.OrderBy(static draw => draw.DrawnAt).ThenBy(static draw => draw.DrawId, StringComparer.Ordinal).ToList();
        // Whoever was named was not drawn.
        var random = inOrder.Where(static draw => !draw.IsTargeted).ToList();
        return Corrected(
        [
            .. TicketLooks.At(random),
            .. GroupLooks.At(random),
            .. InspectorLooks.At(inOrder),
            .. PairLooks.At(inOrder),
        ]);
    }

    internal static FairnessReport Corrected(IReadOnlyList<Look> looks)
    {
        var ascending = looks.OrderBy(static look => look.PValue).ToList();
        var adjusted = 0.0;
        for (var i = 0; i < ascending.Count; i++)
        {
            adjusted = Math.Max(adjusted, Math.Min(1, (ascending.Count - i) * ascending[i].PValue));
            ascending[i] = ascending[i] with { Adjusted = adjusted };
        }

        return new FairnessReport(ascending);
    }
}
