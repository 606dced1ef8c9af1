using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Languages;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Planning;

/// <summary>Finds out who can be drawn for a task and who can serve, from the directories and from past draws.</summary>
public sealed class EligibilityService(
    EnterpriseStore enterprises, InspectorStore inspectors, CheckItemStore items,
    PlanStore plans, VisitHistory history, TargetedEnterprises targeted, IOptions<RuleOptions> options)
{
    private const int MonthsOfYear = 12;

    private const int ProgressEvery = 20_000;

    /// <summary>Reads everything that the task's rules need. The directories are read once, partitions side by side.</summary>
    /// <exception cref="ProtocolException">A name in the directory cannot stand in the protocol's files; the message names it.</exception>
    public async Task<Eligibility> FindAsync(InspectionTask task, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(task);
        var terms = task.Terms;
        if (terms.Target is not null)
            return await FindTargetedAsync(terms, cancellation);
        var plan = terms.PlanId.Length == 0 ? null : await plans.FindAsync(terms.PlanId, cancellation);
        var visits = await history.OfYearAsync(terms.StartsOn.Year, cancellation).ToListAsync(cancellation);
        var isExempt = await HasKeyItemAsync(terms, cancellation);
        var (roster, excluded) = await SortAsync(task, plan, isExempt, visits, progress, cancellation);
        var (able, unavailable) = await FindInspectorsAsync(terms, cancellation);
        return new Eligibility(
            roster,
            ExclusionList.Create(excluded),
            InspectorList.Create(able),
            unavailable,
            roster is null ? null : SamplingFor(task, plan, roster, visits),
            plan is null || roster is null ? null : CoverageOf(plan, roster, DrawnBy(plan, visits)));
    }

    private async Task<Eligibility> FindTargetedAsync(TaskTerms terms, CancellationToken cancellation)
    {
        var (roster, excluded) = await targeted.FindAsync(terms, cancellation);
        var (able, unavailable) = await FindInspectorsAsync(terms, cancellation);
        return new Eligibility(
            roster, ExclusionList.Create(excluded), InspectorList.Create(able), unavailable, roster is null ? null : terms.Sampling.For(roster));
    }

    private PlanCoverage CoverageOf(YearlyPlan plan, Roster roster, Dictionary<RiskClass, int> drawn)
    {
        var sizes = roster.Classes.ToDictionary(static c => c.RiskClass, c => c.Size + drawn.GetValueOrDefault(c.RiskClass));
        foreach (var (riskClass, count) in drawn)
            sizes.TryAdd(riskClass, count);
        var expected = plan.Terms.Rates.Sum(rate => new BasisPoints(rate.Value).CeilingOf(sizes.GetValueOrDefault(RiskClass.Parse(rate.Key))));
        return new PlanCoverage(sizes.Values.Sum(), expected, options.Value.OverallMinimum);
    }

    private static Dictionary<RiskClass, int> DrawnBy(YearlyPlan plan, List<PastVisit> visits) =>
        visits.Where(visit => visit.PlanId == plan.Id).CountBy(static visit => visit.RiskClass).ToDictionary();

    /// <summary>Whether a key item (重点领域) exempts the task from the yearly cap and the grace period.</summary>
    public async Task<bool> HasKeyItemAsync(TaskTerms terms, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        foreach (var code in terms.ItemCodes)
        {
            if (await items.GetAsync(code, cancellation) is { Category: ItemCategory.Key })
                return true;
        }

        return false;
    }

    private async Task<(Roster? Roster, List<Exclusion> Excluded)> SortAsync(
        InspectionTask task, YearlyPlan? plan, bool isExempt, List<PastVisit> visits, IProgress<string> progress, CancellationToken cancellation)
    {
        var read = 0;
        var unclassified = plan is null ? (RiskClass?)null : RiskClass.Parse(plan.Terms.Unclassified);
        var rules = new EligibilityRules(
            options.Value, task.Terms, unclassified, SampledClasses(task, plan), isExempt, visits);
        var (entries, excluded) = (new List<RosterEntry>(), new List<Exclusion>());
        var districts = task.Terms.Scope.Districts.Count == 0 ? null : task.Terms.Scope.Districts;
        await foreach (var enterprise in enterprises.ScanAsync(districts, cancellation))
        {
            if (++read % ProgressEvery == 0)
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"{read} enterprises read"));
            if (!rules.Covers(enterprise))
                continue;
            var (riskClass, leftOutBy) = rules.Judge(enterprise);
            if (leftOutBy is null)
                entries.Add(new RosterEntry(enterprise.Uscc, riskClass));
            else
                excluded.Add(new Exclusion(enterprise.Uscc, leftOutBy));
        }

        return (entries.Count == 0 ? null : Roster.Create(entries), excluded);
    }

    private static IEnumerable<RiskClass> SampledClasses(InspectionTask task, YearlyPlan? plan)
    {
        var sampling = task.Terms.Sampling;
        var names = IsMonthly(task, plan) ? plan!.Terms.Rates.Keys
            : (sampling.Rates ?? sampling.Weights ?? sampling.Quotas)!.Keys;
        return names.Select(static name => RiskClass.Parse(name));
    }

    private static bool IsMonthly(InspectionTask task, YearlyPlan? plan) => task.Month.Length > 0 && plan is not null;

    /// <summary>A monthly task draws its plan's share of the month; any other draws what it says.</summary>
    /// <returns>Null where nobody is to be drawn.</returns>
    private static Sampling? SamplingFor(InspectionTask task, YearlyPlan? plan, Roster roster, List<PastVisit> visits)
    {
        if (!IsMonthly(task, plan))
            return task.Terms.Sampling.For(roster);
        var drawn = DrawnBy(plan!, visits);
        var monthsLeft = MonthsOfYear + 1 - DateOnly.ParseExact(task.Month, "yyyy-MM", CultureInfo.InvariantCulture).Month;
        var sizes = roster.Classes.ToDictionary(static c => c.RiskClass, static c => c.Size);
        var quotas = plan!.Terms.Rates.ToDictionary(
            static rate => RiskClass.Parse(rate.Key),
            rate =>
            {
                var riskClass = RiskClass.Parse(rate.Key);
                return MonthlyShare.Quota(
                    new BasisPoints(rate.Value), sizes.GetValueOrDefault(riskClass), drawn.GetValueOrDefault(riskClass), monthsLeft);
            });
        return quotas.Values.All(static quota => quota == 0) ? null : Sampling.ByQuotas(roster, quotas);
    }

    /// <summary>Who of the task's departments can serve, and who cannot.</summary>
    public async Task<(List<Inspector> Able, List<UnavailableInspector> Unavailable)> FindInspectorsAsync(
        TaskTerms terms, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var rotated = await RotatedAsync(terms, cancellation);
        var (able, unavailable) = (new List<Inspector>(), new List<UnavailableInspector>());
        await foreach (var profile in inspectors.ScanAsync(cancellation))
        {
            if (terms.Departments.All(team => team.Department != profile.Department))
                continue;
            if (ReasonAgainst(profile, terms) is { } reason)
            {
                unavailable.Add(new UnavailableInspector(profile.InspectorId, profile.Department, reason.English) { Chinese = reason.Chinese });
                continue;
            }

            var recused = profile.Recused.Concat(rotated.GetValueOrDefault(profile.InspectorId, []));
            able.Add(new Inspector(profile.InspectorId, profile.Department, profile.Skills, [.. recused]));
        }

        return (able, unavailable);
    }

    private static Saying? ReasonAgainst(InspectorProfile profile, TaskTerms terms) =>
        !profile.IsActive ? new Saying($"not in service (status {profile.Status})", $"不在岗（状态：{profile.Status}）")
        : profile.CertificateExpires < terms.EndsOn
            ? new Saying(
                string.Create(CultureInfo.InvariantCulture, $"the certificate ends on {profile.CertificateExpires:yyyy-MM-dd}, the task on {terms.EndsOn:yyyy-MM-dd}"),
                string.Create(CultureInfo.InvariantCulture, $"执法证件 {profile.CertificateExpires:yyyy-MM-dd} 到期，早于任务结束的 {terms.EndsOn:yyyy-MM-dd}"))
        : null;

    /// <summary>With rotation on, whom each inspector visited too recently to visit again.</summary>
    private async Task<Dictionary<string, List<UnifiedSocialCreditCode>>> RotatedAsync(TaskTerms terms, CancellationToken cancellation)
    {
        var rotated = new Dictionary<string, List<UnifiedSocialCreditCode>>();
        if (options.Value.RotationMonths == 0)
            return rotated;
        var since = terms.StartsOn.AddMonths(-options.Value.RotationMonths);
        for (var year = since.Year; year <= terms.StartsOn.Year; year++)
        {
            await foreach (var visit in history.OfYearAsync(year, cancellation))
            {
                if (visit.StartsOn < since)
                    continue;
                foreach (var inspector in visit.Inspectors)
                {
                    if (!rotated.TryGetValue(inspector, out var visited))
                        rotated.Add(inspector, visited = []);
                    visited.Add(visit.Uscc);
                }
            }
        }

        return rotated;
    }
}
