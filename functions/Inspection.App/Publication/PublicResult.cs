using Inspection.App.Results;

namespace Inspection.App.Publication;

/// <summary>
/// A published result, as everybody sees it and as the public tables hold it: no class, no ticket, no person, no finding,
/// no evidence, no address.
/// </summary>
public sealed record PublicResult
{
    /// <summary>The draw's id, a hyphen, the enterprise's code: stable, and good in an address.</summary>
    public required string Id { get; init; }

    public required string DrawId { get; init; }

    public required string TaskId { get; init; }

    public required string TaskTitle { get; init; }

    /// <summary>The yearly plan; empty for a task outside any plan.</summary>
    public string PlanId { get; init; } = "";

    /// <summary>Its title; empty for a task outside any plan.</summary>
    public string PlanTitle { get; init; } = "";

    /// <summary>Whether the task was drawn among all enterprises or among some of certain traits.</summary>
    public CheckType CheckType { get; init; }

    public required string Uscc { get; init; }

    /// <summary>The enterprise's name when the result was published.</summary>
    public required string Name { get; init; }

    public required string District { get; init; }

    public required string Authority { get; init; }

    /// <summary>The departments that took part in the visit.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    public required InspectionMethod Method { get; init; }

    public required DateOnly InspectedOn { get; init; }

    /// <summary>As the newest public revision and its follow-ups have them.</summary>
    public required IReadOnlyList<PublicItemResult> Items { get; init; }

    /// <summary>The newest public revision, from 1.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When anything of this last changed: a correction, a follow-up, the answer to an objection.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The revisions before and the newest, oldest first: a correction hides nothing.</summary>
    public required IReadOnlyList<PublicRevision> Revisions { get; init; }

    public IReadOnlyList<PublicFollowUp> FollowUps { get; init; } = [];

    public IReadOnlyList<PublicObjection> Objections { get; init; } = [];
}

/// <summary>What came of one item.</summary>
/// <param name="ItemCode">The check item.</param>
/// <param name="ItemName">Its name when the result was published.</param>
/// <param name="Checked">Whether it was checked; one that was not is neither well nor ill.</param>
/// <param name="Code">What it came to; null where it was not checked.</param>
/// <param name="Disposal">What was done about it.</param>
public sealed record PublicItemResult(string ItemCode, string ItemName, bool Checked, ResultCode? Code, Disposal Disposal);

/// <summary>A revision as it was published.</summary>
/// <param name="Number">From 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Reason">Why it corrects the one before; empty for the first.</param>
/// <param name="Method">How the inspection was made.</param>
/// <param name="InspectedOn">The day of the visit.</param>
/// <param name="Items">What it said.</param>
public sealed record PublicRevision(
    int Number, DateTimeOffset PublishedAt, string Reason, InspectionMethod Method, DateOnly InspectedOn, IReadOnlyList<PublicItemResult> Items);

/// <summary>What became of a pending problem.</summary>
/// <param name="On">The day of the follow-up.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="Code">What it came to.</param>
/// <param name="Disposal">What was done.</param>
/// <param name="IsClosed">Whether the problem is settled by it.</param>
public sealed record PublicFollowUp(DateOnly On, string ItemCode, ResultCode Code, Disposal Disposal, bool IsClosed)
{
    /// <summary>When it became public.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}
