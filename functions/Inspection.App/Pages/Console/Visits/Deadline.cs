namespace Inspection.App.Pages.Console;

/// <summary>By when a result is to be public.</summary>
/// <param name="Day">The last day.</param>
/// <param name="IsProvisional">Whether it may still move.</param>
/// <param name="DaysLeft">The working days that are left; negative where it has passed.</param>
internal sealed record Deadline(DateOnly Day, bool IsProvisional, int DaysLeft)
{
    /// <summary>The deadline of a visit; null once its result is public.</summary>
    public static Deadline? Of(VisitAtHand visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Result is { PublishedRevision: > 0 }
            ? null
            : new Deadline(visit.View.PublishBy, visit.View.IsPublishByProvisional, visit.DaysLeft);
    }
}
