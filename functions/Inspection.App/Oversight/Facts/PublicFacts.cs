namespace Inspection.App.Oversight;

/// <summary>What everybody knew of the draws when a day began.</summary>
internal static class PublicFacts
{
    public static IReadOnlyList<DrawFacts> Before(this IEnumerable<DrawFacts> draws, DateOnly day) =>
    [
        .. draws.Where(draw => draw.StartsOn < day)
            .Select(draw => draw with { Visits = [.. draw.Visits.Select(visit => visit.PublishedOn < day ? visit : Unknown(visit))] }),
    ];

    /// <summary>A replacement is public at once; what the visit found is not.</summary>
    private static VisitFacts Unknown(VisitFacts visit) => visit.IsReplaced
        ? visit
        : visit with
        {
            Items = visit.Items.ToDictionary(static item => item.Key, static _ => new ItemFact(Finding.Unknown, LeftOut.NotReviewed)),
            InspectedOn = null,
            PublishedOn = null,
            IsOpen = false,
        };
}
