namespace Inspection.App.Oversight;

/// <summary>
/// Looks at who meets whom again. Whenever an enterprise is visited that an inspector visited before, chance puts that
/// inspector on the team with the share that everybody eligible has; so often and no oftener the two should meet.
/// </summary>
internal static class PairLooks
{
    public static IEnumerable<Look> At(IReadOnlyList<DrawTrace> draws)
    {
        var met = new Dictionary<string, HashSet<string>>();
        var chances = new Dictionary<string, List<Meeting>>();
        foreach (var draw in draws)
        {
            var inspectors = draw.Inspectors.ToDictionary(static inspector => inspector.Id);
            var visits = draw.Teams.GroupBy(static team => team.Uscc).ToList();
            foreach (var visit in visits)
            {
                foreach (var id in met.GetValueOrDefault(visit.Key, []).Where(inspectors.ContainsKey))
                    Add(id, MeetingOf(inspectors[id], [.. visit]));
            }

            foreach (var visit in visits)
                Remember(visit.Key, visit.SelectMany(static team => team.Inspectors));
        }

        return chances.Where(static found => found.Value.Exists(static meeting => meeting.Chance > 0))
            .Select(static found => Of(found.Key, found.Value));

        void Add(string id, Meeting meeting)
        {
            if (!chances.TryGetValue(id, out var list))
                chances.Add(id, list = []);
            list.Add(meeting);
        }

        void Remember(string uscc, IEnumerable<string> ids)
        {
            if (!met.TryGetValue(uscc, out var known))
                met.Add(uscc, known = []);
            known.UnionWith(ids);
        }
    }

    private static Meeting MeetingOf(InspectorTrace inspector, List<TeamTrace> teams)
    {
        var open = teams.Where(team => team.Department == inspector.Department
            && (team.Skill.Length == 0 || inspector.Skills.Contains(team.Skill))
            && !inspector.Recused.Contains(team.Uscc));
        return new Meeting(
            Math.Min(1, open.Sum(static team => team.Share)),
            teams.Exists(team => team.Inspectors.Contains(inspector.Id)));
    }

    private static Look Of(string id, List<Meeting> meetings)
    {
        var again = meetings.Count(static meeting => meeting.Happened);
        var distribution = meetings.Aggregate(
            CountDistribution.Zero, static (sum, meeting) => sum.Plus(CountDistribution.OfOne(meeting.Chance)));
        return new Look(LookKind.RepeatedPairs, id, again, distribution.Mean, distribution.AtLeast(again));
    }

    private sealed record Meeting(double Chance, bool Happened);
}
