using Azure;
using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Being written; changes are free.</summary>
    Draft,

    /// <summary>Approved by the head; it can be drawn.</summary>
    Approved,
}

/// <summary>
/// An inspection task (抽查任务): what is inspected, at whom, by which departments, and how they are drawn. A task of
/// several departments is a joint one (部门联合): one visit, the items and teams of all of them.
/// </summary>
public sealed record InspectionTask : IVersioned
{
    public required string Id { get; init; }

    public required TaskTerms Terms { get; init; }

    public required TaskState State { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Who approved it; empty while it is a draft.</summary>
    public string ApprovedBy { get; init; } = "";

    /// <summary>The month of a task that the calendar made of a plan, as yyyy-MM; empty otherwise.</summary>
    public string Month { get; init; } = "";

    /// <summary>How many draws were committed for it, voided ones among them.</summary>
    public int Attempt { get; init; }

    /// <summary>Its draw, which is not voided; empty where there is none. A task has one draw.</summary>
    public string DrawId { get; init; } = "";

    /// <summary>The version that was read; set by the store.</summary>
    public ETag ETag { get; init; }
}

/// <summary>What people write of a task.</summary>
public record TaskTerms
{
    /// <summary>The yearly plan that it counts against; empty for a task outside any plan.</summary>
    public string PlanId { get; init; } = "";

    public required string Title { get; init; }

    /// <summary>What is inspected: codes of published check items.</summary>
    public required IReadOnlyList<string> ItemCodes { get; init; }

    public required IReadOnlyList<DepartmentTeam> Departments { get; init; }

    public TaskScope Scope { get; init; } = TaskScope.Everybody;

    /// <summary>Whom a targeted task names; null for a random one.</summary>
    public TaskTarget? Target { get; init; }

    /// <summary>How many of each class are drawn; mode all, and nothing else, for a targeted task.</summary>
    public required TaskSampling Sampling { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public Disclosure Disclosure { get; init; }

    public required TaskEntropy Entropy { get; init; }

    /// <summary>Reserves for each class, 0 to 1000.</summary>
    public int Reserve { get; init; }

    public ListPublished ListPublished { get; init; }

    /// <summary>Whom it covers in words, as the notice publishes it.</summary>
    public string ScopeInWords() => Target?.InWords(Scope) ?? Scope.InWords();
}
