using Azure;
using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>
/// A yearly plan (年度抽查计划): the share of each class that is to be inspected in a year. A monthly plan also says how the
/// calendar draws its share of every month.
/// </summary>
public sealed record YearlyPlan : IVersioned
{
    public required string Id { get; init; }

    public required PlanTerms Terms { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Who approved it; empty while it is a draft. The calendar draws approved plans only.</summary>
    public string ApprovedBy { get; init; } = "";

    /// <summary>The version that was read; set by the store.</summary>
    public ETag ETag { get; init; }
}

/// <summary>What people write of a plan.</summary>
public record PlanTerms
{
    public required int Year { get; init; }

    public required string Title { get; init; }

    /// <summary>The share of each class in a year, in basis points.</summary>
    public IReadOnlyDictionary<string, int> Rates { get; init; } =
        new Dictionary<string, int> { ["A"] = 200, ["B"] = 500, ["C"] = 2500, ["D"] = 10000 };

    /// <summary>The class in which enterprises without one are drawn.</summary>
    public string Unclassified { get; init; } = "B";

    public required IReadOnlyList<string> ItemCodes { get; init; }

    public required IReadOnlyList<DepartmentTeam> Departments { get; init; }

    public TaskScope Scope { get; init; } = TaskScope.Everybody;

    /// <summary>How the calendar draws every month; null where people make the tasks.</summary>
    public MonthlyTerms? Monthly { get; init; }
}

/// <summary>How the calendar draws a plan's share of every month.</summary>
public sealed record MonthlyTerms
{
    /// <summary>Its randomness; a beacon needs nobody to be there.</summary>
    public required TaskEntropy Entropy { get; init; }

    public int Reserve { get; init; }

    public ListPublished ListPublished { get; init; }

    public Disclosure Disclosure { get; init; }
}
