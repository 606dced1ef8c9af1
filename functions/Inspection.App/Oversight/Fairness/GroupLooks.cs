namespace Inspection.App.Oversight;

/// <summary>
/// Looks at how often each district and each industry was drawn. No draw knows of them, so of n drawn from a class of N
/// those of a group of G are hypergeometric; classes and series add up.
/// </summary>
/// <remarks>
/// The draws of a series draw without replacement over the whole series, so over it N and G are how many could be drawn the
/// last time and how many were drawn before, as in <see cref="SampleStrata"/>.
/// </remarks>
internal static class GroupLooks
{
    public static IEnumerable<Look> At(IReadOnlyList<DrawTrace> draws) => draws
        .GroupBy(static draw => draw.Series)
        .SelectMany(static series => OfSeries([.. series]))
        .GroupBy(static part => (part.Kind, part.Name))
        .Select(static group => Of(group.Key.Kind, group.Key.Name, [.. group]))
        .Where(static look => look.Expected > 0);

    private static Look Of(GroupKind kind, string name, List<Part> parts)
    {
        var drawn = parts.Sum(static part => part.MembersDrawn);
        var distribution = parts.Aggregate(
            CountDistribution.Zero, static (sum, part) => sum.Plus(CountDistribution.OfMembers(part.Size, part.Members, part.Drawn)));
        return new Look(
            kind == GroupKind.District ? LookKind.District : LookKind.Industry,
            name, drawn, distribution.Mean, distribution.BothTails(drawn));
    }

    private static IEnumerable<Part> OfSeries(List<DrawTrace> series) => series
        .SelectMany(static (draw, i) => draw.Groups.Select(group => (At: i, Group: group)))
        .GroupBy(static found => (found.Group.Kind, found.Group.RiskClass))
        .SelectMany(found => OfClass([.. found], series.Count - 1));

    private static IEnumerable<Part> OfClass(List<(int At, GroupTrace Group)> found, int last)
    {
        var (size, drawn) = (Size(found), found.Sum(static one => one.Group.Drawn));
        return found.GroupBy(static one => one.Group.Name).Select(group => new Part(
            group.First().Group.Kind, group.Key, size, Size(group), drawn, group.Sum(static one => one.Group.Drawn)));

        int Size(IEnumerable<(int At, GroupTrace Group)> some) =>
            some.Sum(one => one.At == last ? one.Group.Size : one.Group.Drawn);
    }

    private sealed record Part(GroupKind Kind, string Name, int Size, int Members, int Drawn, int MembersDrawn);
}
