using System.Diagnostics.CodeAnalysis;

namespace Inspection.App.Planning;

/// <summary>A plan as the API shows it: what people wrote, and who approved it.</summary>
internal sealed record PlanView : PlanTerms
{
    [SetsRequiredMembers]
    private PlanView(PlanTerms terms)
        : base(terms)
    {
    }

    public string Id { get; init; } = "";

    public string CreatedBy { get; init; } = "";

    /// <summary>Empty while it is a draft.</summary>
    public string ApprovedBy { get; init; } = "";

    public static PlanView Of(YearlyPlan plan) => new(plan.Terms)
    {
        Id = plan.Id,
        CreatedBy = plan.CreatedBy,
        ApprovedBy = plan.ApprovedBy,
    };
}
