using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>Why nothing is known of an item at a visit. The names are stable.</summary>
public enum LeftOut
{
    /// <summary>It is known.</summary>
    No,

    /// <summary>The enterprise was replaced, because it is not there any more.</summary>
    Replaced,

    /// <summary>The enterprise was not reached at its registered address.</summary>
    Unreachable,

    /// <summary>The item was not checked.</summary>
    NotChecked,

    /// <summary>There is no reviewed result.</summary>
    NotReviewed,
}

/// <summary>What came of one item at a visit.</summary>
/// <param name="Finding">What it says about the rate of problems.</param>
/// <param name="LeftOut">Why it says nothing, where it does not.</param>
public readonly record struct ItemFact(Finding Finding, LeftOut LeftOut);

/// <summary>What became of one enterprise that a draw selected, or of a reserve that stepped in.</summary>
public sealed record VisitFacts
{
    public required string Uscc { get; init; }

    /// <summary>The class in which it was drawn.</summary>
    public required RiskClass RiskClass { get; init; }

    /// <summary>Its district when it was drawn.</summary>
    public required string District { get; init; }

    /// <summary>Who visits it, after all replacements.</summary>
    public required IReadOnlyList<string> Inspectors { get; init; }

    /// <summary>How many inspectors its teams lack.</summary>
    public required int Shortage { get; init; }

    /// <summary>Whether a reserve took its place, so that it is not visited.</summary>
    public required bool IsReplaced { get; init; }

    /// <summary>What came of each item of the task, by its code.</summary>
    public required IReadOnlyDictionary<string, ItemFact> Items { get; init; }

    /// <summary>The day of the visit; null where there is no reviewed result.</summary>
    public DateOnly? InspectedOn { get; init; }

    /// <summary>The day on which the result became public.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The last day of the term of publication.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether a problem was found that is not settled.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What came of all items together.</summary>
    public Finding Finding => ToSample().OfAny();

    public SampledEnterprise ToSample() =>
        new(RiskClass, District, Items.ToDictionary(static item => item.Key, static item => item.Value.Finding));
}

/// <summary>What became of a draw: everything that the figures of oversight are made of.</summary>
public sealed record DrawFacts
{
    public required string DrawId { get; init; }

    /// <summary>The plan that it counts against; empty where none.</summary>
    public required string PlanId { get; init; }

    /// <summary>What it belongs to: the draws of a series leave out whom another of it drew before.</summary>
    public required string Series { get; init; }

    /// <summary>Whether its enterprises were named, and so are no sample of anything.</summary>
    public required bool IsTargeted { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateTimeOffset DrawnAt { get; init; }

    public required IReadOnlyList<string> ItemCodes { get; init; }

    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>How many of each class could be drawn.</summary>
    public required IReadOnlyList<ClassSize> Sizes { get; init; }

    /// <summary>How many were left out of the roster by a rule; the rates say nothing of them.</summary>
    public required int Excluded { get; init; }

    /// <summary>Whom it drew, by code, the reserves that stepped in and those whom they replaced among them.</summary>
    public required IReadOnlyList<VisitFacts> Visits { get; init; }

    public SampledDraw ToSample() =>
        new(Series, DrawnAt, Sizes, ItemCodes, Departments, [.. Visits.Select(static visit => visit.ToSample())]);
}
