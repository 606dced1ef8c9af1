using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>
/// Decides for one enterprise at a time whether a task may draw it, and if not, by which rule. The first rule that
/// applies is the reason; an enterprise outside the scope is not left out, it was never meant.
/// </summary>
internal sealed class EligibilityRules
{
    private readonly RuleOptions options;
    private readonly TaskTerms terms;
    private readonly RiskClass? unclassified;
    private readonly HashSet<RiskClass>? sampled;
    private readonly bool hasKeyItem;
    private readonly HashSet<UnifiedSocialCreditCode> drawnByPlan;
    private readonly Dictionary<UnifiedSocialCreditCode, int> countedVisits;

    /// <param name="options">The rules that are settings.</param>
    /// <param name="terms">The task.</param>
    /// <param name="unclassified">The class of enterprises without one; null leaves them out.</param>
    /// <param name="sampled">The classes that can be drawn; null where the sampling follows from the roster.</param>
    /// <param name="hasKeyItem">Whether a key item exempts the task from the cap and the grace period.</param>
    /// <param name="visits">The visits of the task's year.</param>
    public EligibilityRules(
        RuleOptions options, TaskTerms terms, RiskClass? unclassified, IEnumerable<RiskClass>? sampled, bool hasKeyItem, IReadOnlyCollection<PastVisit> visits)
    {
        this.options = options;
        this.terms = terms;
        this.unclassified = unclassified;
        this.sampled = sampled?.ToHashSet();
        this.hasKeyItem = hasKeyItem;
        drawnByPlan = terms.PlanId.Length == 0
            ? []
            : visits.Where(visit => visit.PlanId == terms.PlanId).Select(static visit => visit.Uscc).ToHashSet();
        countedVisits = visits.Where(static visit => !visit.IsExempt)
            .CountBy(static visit => visit.Uscc).ToDictionary();
    }

    public bool Covers(Enterprise enterprise) =>
        terms.Scope.Covers(enterprise.District, enterprise.Industry, enterprise.Tags);

    /// <summary>The class in which it can be drawn, or the rule that leaves it out.</summary>
    public (RiskClass Class, string? LeftOutBy) Judge(Enterprise enterprise)
    {
        var riskClass = enterprise.RiskClass ?? unclassified ?? default;
        return (riskClass, LeftOutBy(enterprise, riskClass));
    }

    private string? LeftOutBy(Enterprise enterprise, RiskClass riskClass)
    {
        if (!RegistrationStatus.IsDrawable(enterprise.Status))
            return ExclusionRule.Status;
        if (riskClass.IsNone)
            return ExclusionRule.Unclassified;
        if (sampled is not null && !sampled.Contains(riskClass))
            return ExclusionRule.ClassNotSampled;
        if (drawnByPlan.Contains(enterprise.Uscc))
            return ExclusionRule.AlreadyDrawn;
        if (hasKeyItem)
            return null;
        if (options.YearlyCap.TryGetValue(riskClass.ToString(), out var cap) && countedVisits.GetValueOrDefault(enterprise.Uscc) >= cap)
            return ExclusionRule.YearlyCap;
        return IsInGracePeriod(enterprise) ? ExclusionRule.GracePeriod : null;
    }

    private bool IsInGracePeriod(Enterprise enterprise) =>
        enterprise.RegisteredOn is { } registered
        && options.GraceMonths.Any(grace =>
            (grace.Key == enterprise.Industry || enterprise.Tags.Contains(grace.Key))
            && registered.AddMonths(grace.Value) > terms.StartsOn);
}
