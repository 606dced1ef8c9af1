using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>Finds the enterprises that a targeted task names, or all whom its scope covers.</summary>
public sealed class TargetedEnterprises(EnterpriseStore enterprises)
{
    /// <summary>Who is inspected, and who of them cannot be; no roster where nobody is left.</summary>
    public async Task<(Roster? Roster, List<Exclusion> Excluded)> FindAsync(TaskTerms terms, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var target = terms.Target ?? throw new ArgumentException("the task names nobody", nameof(terms));
        var (entries, excluded) = (new List<RosterEntry>(), new List<Exclusion>());
        await foreach (var (uscc, leftOutBy) in target.Enterprises.Count > 0 ? NamedAsync(target, cancellation) : CoveredAsync(terms.Scope, cancellation))
        {
            if (leftOutBy is null)
                entries.Add(new RosterEntry(uscc, TaskSampling.OneClass));
            else
                excluded.Add(new Exclusion(uscc, leftOutBy));
        }

        return (entries.Count == 0 ? null : Roster.Create(entries), excluded);
    }

    /// <summary>Whoever is named is visited whatever its status, which may be what the visit is about.</summary>
    private async IAsyncEnumerable<(UnifiedSocialCreditCode Uscc, string? LeftOutBy)> NamedAsync(
        TaskTarget target, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var code in target.Enterprises)
        {
            var uscc = UnifiedSocialCreditCode.Parse(code);
            yield return (uscc, await enterprises.GetAsync(uscc, cancellation) is null ? ExclusionRule.NotInDirectory : null);
        }
    }

    private async IAsyncEnumerable<(UnifiedSocialCreditCode Uscc, string? LeftOutBy)> CoveredAsync(
        TaskScope scope, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var enterprise in enterprises.ScanAsync(scope.Districts.Count == 0 ? null : scope.Districts, cancellation))
        {
            if (scope.Covers(enterprise.District, enterprise.Industry, enterprise.Tags))
                yield return (enterprise.Uscc, RegistrationStatus.IsDrawable(enterprise.Status) ? null : ExclusionRule.Status);
        }
    }
}
