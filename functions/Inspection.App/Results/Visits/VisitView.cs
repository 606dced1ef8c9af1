using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Results;

/// <summary>What is to be checked at a visit.</summary>
public sealed record VisitItem(
    string Code, string Name, string Target, string Measure, string LegalBasis, string Handling, string Method);

/// <summary>The inspectors of a department at a visit, those of supplementary draws among them.</summary>
/// <param name="Department">The department.</param>
/// <param name="Inspectors">They.</param>
/// <param name="Shortage">How many are still missing.</param>
public sealed record VisitTeam(string Department, IReadOnlyList<TeamMember> Inspectors, int Shortage);

/// <summary>A visit as those see it who make or oversee it. It tells no class and no ticket.</summary>
/// <param name="DrawId">The draw, under which its result is kept.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Title">The task.</param>
/// <param name="Name">The enterprise's name now; empty where the directory holds it no more.</param>
/// <param name="District">Its district now.</param>
/// <param name="Address">Its address now.</param>
/// <param name="StartsOn">The first day on which it may be made.</param>
/// <param name="EndsOn">The last.</param>
/// <param name="Items">What is checked.</param>
/// <param name="Teams">Who makes it.</param>
/// <param name="PublishBy">By when its result is public: counted from the inspection, or from the last day while none is recorded.</param>
/// <param name="IsPublishByProvisional">Whether that day may still move, because a year's holidays are not known yet.</param>
/// <param name="State">Where its result stands; null where nothing was recorded.</param>
/// <param name="Revision">Which revision is worked on; 0 where there is none.</param>
public sealed record VisitView(
    string DrawId, string Uscc, string Title, string Name, string District, string Address, DateOnly StartsOn, DateOnly EndsOn,
    IReadOnlyList<VisitItem> Items, IReadOnlyList<VisitTeam> Teams, DateOnly PublishBy, bool IsPublishByProvisional,
    ResultState? State, int Revision);

/// <summary>Looks up what people read beside codes and numbers, each once for a page.</summary>
internal sealed class VisitViews(
    EnterpriseStore enterprises, InspectorStore inspectors, CheckItemStore items, WorkingDays days, IOptions<RuleOptions> rules)
{
    public async Task<IReadOnlyList<VisitView>> OfAsync(IReadOnlyList<VisitState> visits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visits);
        var calendar = await days.ReadAsync(cancellation);
        var (names, checks) = (new Dictionary<string, string>(), new Dictionary<string, VisitItem>());
        var views = new List<VisitView>();
        foreach (var (visit, result) in visits)
        {
            var enterprise = await enterprises.GetAsync(UnifiedSocialCreditCode.Parse(visit.Uscc), cancellation);
            var publishBy = calendar.Add(result?.Terms.InspectedOn ?? visit.Draw.EndsOn, rules.Value.PublicationWorkingDays);
            views.Add(new VisitView(
                visit.Draw.Id, visit.Uscc, visit.Draw.Title, enterprise?.Name ?? "", enterprise?.District ?? "", enterprise?.Address ?? "",
                visit.Draw.StartsOn, visit.Draw.EndsOn, await ItemsAsync(visit, checks, cancellation), await TeamsAsync(visit, names, cancellation),
                publishBy.Day, publishBy.IsProvisional, result?.State, result?.Revision ?? 0));
        }

        return views;
    }

    private async Task<IReadOnlyList<VisitItem>> ItemsAsync(Visit visit, Dictionary<string, VisitItem> known, CancellationToken cancellation)
    {
        foreach (var code in visit.Task.Terms.ItemCodes.Where(code => !known.ContainsKey(code)))
        {
            var item = await items.GetAsync(code, cancellation) ?? new CheckItem { Code = code, Name = "" };
            known.Add(code, new VisitItem(code, item.Name, item.Target, item.Measure, item.LegalBasis, item.Handling, item.Method));
        }

        return [.. visit.Task.Terms.ItemCodes.Select(code => known[code])];
    }

    private async Task<IReadOnlyList<VisitTeam>> TeamsAsync(Visit visit, Dictionary<string, string> names, CancellationToken cancellation)
    {
        var teams = new List<VisitTeam>();
        foreach (var department in visit.Teams.Concat(visit.Supplements).GroupBy(static team => team.Department))
        {
            var members = new List<TeamMember>();
            foreach (var id in department.SelectMany(static team => team.Inspectors).Distinct().Order(ProtocolText.Order))
            {
                if (!names.TryGetValue(id, out var name))
                    names.Add(id, name = (await inspectors.GetAsync(id, cancellation))?.Name ?? "");
                members.Add(new TeamMember(id, name));
            }

            var asked = visit.Draw.Departments.Where(team => team.Department == department.Key).Sum(static team => team.Size);
            teams.Add(new VisitTeam(department.Key, members, Math.Max(0, asked - members.Count)));
        }

        return teams;
    }
}
