using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>An inspector of a team.</summary>
public sealed record TeamMember(string InspectorId, string Name);

/// <summary>A team as it is now.</summary>
public sealed record TeamView(
    string Department, IReadOnlyList<TeamMember> Inspectors, int Shortage, IReadOnlyList<string> Substitutes);

/// <summary>An enterprise that was drawn, or a reserve, as the regulator's people see it.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Name">Its name now.</param>
/// <param name="District">Its district now.</param>
/// <param name="RiskClass">The class in which it was drawn.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="IsReserve">Whether it was drawn as a reserve.</param>
/// <param name="IsVisited">Whether it is to be visited: drawn and not replaced, or a reserve that stepped in.</param>
/// <param name="ReplacedBy">The reserve that took its place; null where none.</param>
/// <param name="Replaces">Whose place this reserve took; null where nobody's.</param>
/// <param name="Reason">Why it was replaced.</param>
/// <param name="Teams">Its teams.</param>
public sealed record SelectionView(
    string Uscc, string Name, string District, string RiskClass, string Ticket, bool IsReserve, bool IsVisited,
    string? ReplacedBy, string? Replaces, ReplacementReason? Reason, IReadOnlyList<TeamView> Teams);

/// <summary>Looks the names up that people read beside codes and numbers.</summary>
internal sealed class SelectionViews(EnterpriseStore enterprises, InspectorStore inspectors)
{
    public async Task<IReadOnlyList<SelectionView>> OfAsync(
        IReadOnlyList<Selected> items, Replacements replacements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(replacements);
        var names = new Dictionary<string, string>();
        var views = new List<SelectionView>();
        foreach (var item in items)
        {
            var enterprise = await enterprises.GetAsync(UnifiedSocialCreditCode.Parse(item.Uscc), cancellation);
            var teams = new List<TeamView>();
            foreach (var team in replacements.TeamsOf(item))
                teams.Add(await TeamAsync(team, names, cancellation));
            var replaced = replacements.Of(item.Uscc);
            views.Add(new SelectionView(
                item.Uscc, enterprise?.Name ?? "", enterprise?.District ?? "", item.RiskClass, item.Ticket, item.IsReserve,
                replacements.IsVisited(item), replaced?.ReplacedBy, replacements.BroughtIn(item.Uscc)?.Uscc, replaced?.Reason, teams));
        }

        return views;
    }

    private async Task<TeamView> TeamAsync(Team team, Dictionary<string, string> names, CancellationToken cancellation)
    {
        var members = new List<TeamMember>();
        foreach (var id in team.Inspectors)
        {
            if (!names.TryGetValue(id, out var name))
                names.Add(id, name = (await inspectors.GetAsync(id, cancellation))?.Name ?? "");
            members.Add(new TeamMember(id, name));
        }

        return new TeamView(team.Department, members, team.Shortage, team.Substitutes);
    }
}
