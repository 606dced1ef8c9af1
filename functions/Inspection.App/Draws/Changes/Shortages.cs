using System.Globalization;
using System.Text;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>Visits that lack the same inspectors.</summary>
/// <param name="Lacking">Whom they lack.</param>
/// <param name="Visits">How many visits.</param>
internal sealed record ShortGroup(IReadOnlyList<DepartmentTeam> Lacking, int Visits);

/// <summary>
/// Fills the teams that are short: a supplementary draw with a notice of its own, whose roster is the enterprises that
/// lack the same inspectors, all of whom are drawn (<c>PROTOCOL.md</c> section 7), in one class, so that their notice tells
/// nobody's. Each such group is a task of its own.
/// </summary>
internal sealed class Shortages(DrawStore draws, DrawFiles files, SelectionStore selections, TaskStore tasks, EligibilityService eligibility)
{
    /// <summary>The tasks that fill what is short now; each can be drawn.</summary>
    public async Task<Outcome<IReadOnlyList<InspectionTask>>> PlanAsync(DrawHead head, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(actor);
        if (head.State != DrawState.Drawn)
            return Refusal.Conflict("not-drawn", $"draw {head.Id} is {head.State}; only the teams of a drawn draw can be short");
        var origin = await TaskOfAsync(head, cancellation);
        var groups = (await ShortAsync(head, origin, except: "", cancellation)).GroupBy(static item => item.Lacking, new SameTeams()).ToList();
        if (groups.Count == 0)
            return Refusal.Conflict("no-shortage", $"no team of draw {head.Id} is short, or supplementary draws fill all of them");
        var planned = new List<InspectionTask>();
        foreach (var group in groups)
            planned.Add(await TaskForAsync(head, origin, group.Key, actor, cancellation));
        return planned;
    }

    /// <summary>The groups of visits that lack the same inspectors and that no supplementary draw fills yet, each with their number.</summary>
    public async Task<IReadOnlyList<ShortGroup>> LookAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (head.State != DrawState.Drawn)
            return [];
        var lacking = await ShortAsync(head, await TaskOfAsync(head, cancellation), except: "", cancellation);
        return [.. lacking.GroupBy(static item => item.Lacking, new SameTeams()).Select(static group => new ShortGroup(group.Key, group.Count()))];
    }

    /// <summary>Roster and inspectors of a supplementary draw. Whoever is on a team of an enterprise cannot be drawn for it again.</summary>
    public async Task<Eligibility> FindAsync(InspectionTask task, string origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var head = await draws.FindAsync(origin, cancellation) ?? throw new InvalidOperationException($"draw {origin} is gone");
        var lacking = await ShortAsync(head, await TaskOfAsync(head, cancellation), task.DrawId, cancellation);
        var group = lacking.Where(item => item.Lacking.SequenceEqual(task.Terms.Departments)).ToList();
        var (able, unavailable) = await eligibility.FindInspectorsAsync(task.Terms, cancellation);
        var serving = group
            .SelectMany(static item => item.Serving.Select(id => (Id: id, Uscc: UnifiedSocialCreditCode.Parse(item.Selected.Uscc))))
            .ToLookup(static pair => pair.Id, static pair => pair.Uscc);
        var roster = group.Count == 0 ? null : Roster.Create(group.Select(static item =>
            new RosterEntry(UnifiedSocialCreditCode.Parse(item.Selected.Uscc), TaskSampling.OneClass)));
        return new Eligibility(
            roster,
            ExclusionList.Create([]),
            InspectorList.Create(able.Select(inspector => inspector with { Recused = [.. inspector.Recused, .. serving[inspector.Id]] })),
            unavailable,
            roster is null ? null : task.Terms.Sampling.For(roster));
    }

    /// <summary>The visits that lack inspectors and that no other supplementary draw fills.</summary>
    private async Task<List<ShortVisit>> ShortAsync(DrawHead head, InspectionTask origin, string except, CancellationToken cancellation)
    {
        var filled = await FilledAsync(head.Id, except, cancellation);
        var replacements = await selections.ReplacementsAsync(head.Id, cancellation);
        var found = new List<ShortVisit>();
        await foreach (var selected in selections.AllAsync(head.Id, cancellation))
        {
            if (!replacements.IsVisited(selected) || filled.Contains(UnifiedSocialCreditCode.Parse(selected.Uscc)))
                continue;
            var teams = replacements.TeamsOf(selected);
            IReadOnlyList<DepartmentTeam> lacking =
            [
                .. origin.Terms.Departments.Zip(teams, static (asked, team) => asked with { Size = team.Shortage })
                    .Where(static team => team.Size > 0),
            ];
            if (lacking.Count > 0)
                found.Add(new ShortVisit(selected, lacking, [.. teams.SelectMany(static team => team.Inspectors)]));
        }

        return found;
    }

    private async Task<HashSet<UnifiedSocialCreditCode>> FilledAsync(string origin, string except, CancellationToken cancellation)
    {
        var filled = new HashSet<UnifiedSocialCreditCode>();
        await foreach (var draw in draws.SupplementsAsync(origin, cancellation))
        {
            if (draw.Id != except && draw.State != DrawState.Requested)
                filled.UnionWith((await files.RosterAsync(draw, cancellation)).Codes.ToArray());
        }

        return filled;
    }

    /// <summary>The group's task. Its id follows from what is lacking, so that two requests at once plan the same one.</summary>
    private async Task<InspectionTask> TaskForAsync(
        DrawHead head, InspectionTask origin, IReadOnlyList<DepartmentTeam> lacking, Actor actor, CancellationToken cancellation)
    {
        var text = string.Join('\n', lacking.Select(static team => string.Create(CultureInfo.InvariantCulture, $"{team.Department}\t{team.Skill}\t{team.Size}")));
        var name = $"{head.Id}-s{Digest.Of(Encoding.UTF8.GetBytes(text)).ToString()[..8]}";
        for (var number = 1; ; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            var task = await tasks.FindAsync(id, cancellation) ?? await tasks.AddAsync(Of(id, origin, lacking, actor), cancellation);
            if (task is { DrawId.Length: 0 })
                return task;
        }
    }

    /// <summary>The head approved the visits; who fills the teams follows from the same rules.</summary>
    private static InspectionTask Of(
        string id, InspectionTask origin, IReadOnlyList<DepartmentTeam> lacking, Actor actor) => origin with
    {
        Id = id,
        CreatedBy = actor.Name,
        Month = "",
        Attempt = 0,
        DrawId = "",
        ETag = default,
        Terms = origin.Terms with
        {
            PlanId = "",
            Departments = lacking,
            Reserve = 0,
            Sampling = new TaskSampling
            {
                Mode = SamplingMode.Rates,
                Rates = new Dictionary<string, int> { [TaskSampling.OneClass.ToString()] = BasisPoints.Whole },
            },
        },
    };

    private async Task<InspectionTask> TaskOfAsync(DrawHead head, CancellationToken cancellation) =>
        await tasks.FindAsync(head.TaskId, cancellation) ?? throw new InvalidOperationException($"task {head.TaskId} is gone");

    private sealed record ShortVisit(Selected Selected, IReadOnlyList<DepartmentTeam> Lacking, IReadOnlyList<string> Serving);

    private sealed class SameTeams : IEqualityComparer<IReadOnlyList<DepartmentTeam>>
    {
        public bool Equals(IReadOnlyList<DepartmentTeam>? x, IReadOnlyList<DepartmentTeam>? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y));

        public int GetHashCode(IReadOnlyList<DepartmentTeam> obj) =>
            obj.Aggregate(0, static (hash, team) => HashCode.Combine(hash, team));
    }
}
