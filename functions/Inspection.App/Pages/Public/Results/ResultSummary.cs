using Inspection.App.Publication;

namespace Inspection.App.Pages;

/// <summary>What a result came to, in a few marks: every kind of finding once, the gravest first, and what was not checked.</summary>
/// <param name="Marks">The findings.</param>
/// <param name="Unchecked">How many items were not checked: those are neither well nor ill.</param>
internal sealed record ResultSummary(IReadOnlyList<Badge> Marks, int Unchecked)
{
    public static ResultSummary Of(IEnumerable<PublicItemResult> items)
    {
        var all = items.ToList();
        return new ResultSummary(
            [.. all.Where(static item => item.Checked).Select(static item => item.Code!.Value).Distinct().Order()
                .Select(Badges.Of).OrderByDescending(static badge => badge.Tone)],
            all.Count(static item => !item.Checked));
    }
}
