using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>Makes the trace of a draw from its materials and its records.</summary>
public static class DrawTracer
{
    /// <param name="series">What the draw belongs to.</param>
    /// <param name="drawnAt">When it was drawn.</param>
    /// <param name="notice">Its notice.</param>
    /// <param name="inspectors">Who could serve.</param>
    /// <param name="record">The record of the enterprises.</param>
    /// <param name="teams">The record of the inspectors.</param>
    /// <param name="tally">The groups, counted.</param>
    public static DrawTrace Trace(
        string series, DateTimeOffset drawnAt, NoticeTerms notice, InspectorList inspectors, DrawRecord record, TeamRecord teams,
        GroupTally tally)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(inspectors);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(tally);
        var visits = TeamsOf(notice.Teams, inspectors, teams.Selected);
        var shares = new VisitShares(visits);
        return new DrawTrace
        {
            DrawId = notice.DrawId,
            Series = series,
            DrawnAt = drawnAt,
            Classes = [.. notice.Sampling.Sizes.Select(size => ClassOf(size, record))],
            Groups = tally.Groups,
            Places = tally.Places,
            Inspectors = [.. inspectors.Items.Select(inspector => shares.Of(inspector))],
            Teams = visits,
        };
    }

    private static ClassTrace ClassOf(ClassSize size, DrawRecord record) => new(
        size.RiskClass.ToString(),
        size.Size,
        [
            .. record.Selected.Concat(record.Reserves).Where(lot => lot.RiskClass == size.RiskClass)
                .Select(static lot => lot.Ticket.Prefix / (double)ulong.MaxValue).Order(),
        ]);

    private static List<TeamTrace> TeamsOf(
        IReadOnlyList<TeamRequest> requests, InspectorList inspectors, IReadOnlyList<VisitTeams> visits)
    {
        var qualified = requests.Select(request => inspectors.Items.Count(one => Qualifies(one, request))).ToList();
        var recused = inspectors.Items.SelectMany(static one => one.Recused.Select(uscc => (uscc, one)))
            .ToLookup(static pair => pair.uscc, static pair => pair.one);
        return
        [
            .. visits.SelectMany(visit => visit.Teams.Zip(requests).Select((team, i) => TeamOf(
                visit.Uscc, team.First, team.Second,
                qualified[i] - recused[visit.Uscc].Count(one => Qualifies(one, team.Second))))),
        ];
    }

    private static TeamTrace TeamOf(UnifiedSocialCreditCode uscc, Team team, TeamRequest request, int eligible) => new(
        uscc.ToString(), request.Department, request.Skill,
        eligible == 0 ? 0 : (double)Math.Min(request.Size, eligible) / eligible, team.Inspectors);

    private static bool Qualifies(Inspector inspector, TeamRequest request) =>
        inspector.Department == request.Department && (request.Skill.Length == 0 || inspector.Skills.Contains(request.Skill));
}
