namespace Inspection.Drawing.Tests.Properties;

/// <summary>Each inspector's visits, and what would be their fair share of them.</summary>
internal static class Shares
{
    public static Dictionary<string, int> Visits(IEnumerable<VisitTeams> visits, InspectorList inspectors)
    {
        var count = inspectors.Items.ToDictionary(inspector => inspector.Id, _ => 0);
        foreach (var id in visits.SelectMany(visit => visit.Teams).SelectMany(team => team.Inspectors))
            count[id]++;
        return count;
    }

    /// <summary>Of a visit of k for which E are eligible, each of them is entitled to min(k, E) / E.</summary>
    public static Dictionary<string, double> Entitlements(
        IEnumerable<VisitTeams> visits, IReadOnlyList<TeamRequest> requests, InspectorList inspectors)
    {
        var share = inspectors.Items.ToDictionary(inspector => inspector.Id, _ => 0.0);
        foreach (var visit in visits)
        {
            foreach (var request in requests)
            {
                var eligible = inspectors.Items.Where(inspector => inspector.Department == request.Department
                    && (request.Skill == "" || inspector.Skills.Contains(request.Skill))
                    && !inspector.Recused.Contains(visit.Uscc)).ToArray();
                foreach (var inspector in eligible)
                    share[inspector.Id] += Math.Min(request.Size, eligible.Length) / (double)eligible.Length;
            }
        }

        return share;
    }
}
