using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>
/// Draws the inspectors (<c>PROTOCOL.md</c> section 7). Everyone who could serve earns the same share of each visit,
/// whoever serves pays one visit, and the largest credit goes next; equal credits are told apart by a lot. So nobody is
/// spared or loaded because of recusals or rare skills.
/// </summary>
/// <remarks>
/// <para>A pair is one enterprise and one team of the notice. With E eligible inspectors and a team of k:</para>
/// <list type="number">
/// <item>Each eligible inspector's credit grows by floor(min(k, E) · 2^32 / E), on a team of this enterprise already or not.</item>
/// <item>Of those not yet on a team of this enterprise, the k first serve, by largest credit, then smallest
/// <c>SHA256(ticket ‖ 'K' ‖ inspector_id)</c>, then id. Each pays 2^32. The next k are substitutes and pay nothing.</item>
/// </list>
/// <para>All pairs of the selected are served first, then all of the reserves; within each, pairs with fewer eligible
/// go first, then by ticket, code and position in the notice.</para>
/// <para>
/// Invariant: what is earned at a pair is at most what is paid there, and short of it by less than E units of 2^-32. Only
/// a team that falls short because people it could have already serve at the same enterprise pays less than is earned.
/// </para>
/// <para>An inspector is of one department, so no pair touches the credits or the choice of another department's: each
/// department is matched by itself (<see cref="DepartmentMatch"/>), and several may be at once.</para>
/// </remarks>
public static class TeamMatch
{
    /// <summary>Matches inspectors to the selected and the reserves.</summary>
    /// <returns>The teams of each, in the order given.</returns>
    public static (IReadOnlyList<VisitTeams> Selected, IReadOnlyList<VisitTeams> Reserves) Run(
        IReadOnlyList<Lot> selected, IReadOnlyList<Lot> reserves,
        InspectorList inspectors, IReadOnlyList<TeamRequest> requests, WorkOptions? options = null) =>
        Run(selected, reserves, inspectors, requests, DrawHasher.Best, options ?? WorkOptions.Default);

    internal static (IReadOnlyList<VisitTeams> Selected, IReadOnlyList<VisitTeams> Reserves) Run(
        IReadOnlyList<Lot> selected, IReadOnlyList<Lot> reserves,
        InspectorList inspectors, IReadOnlyList<TeamRequest> requests, DrawHasher hasher, WorkOptions options)
    {
        ArgumentNullException.ThrowIfNull(selected);
        ArgumentNullException.ThrowIfNull(reserves);
        ArgumentNullException.ThrowIfNull(inspectors);
        ArgumentNullException.ThrowIfNull(requests);
        var teamsOfSelected = EmptyTeams(selected, requests);
        var teamsOfReserves = EmptyTeams(reserves, requests);
        var departments = requests.Select(static request => request.Department).Distinct().ToArray();
        options.ForEach(departments.Length, department =>
        {
            var match = new DepartmentMatch(departments[department], inspectors, requests, hasher, options.Cancellation);
            match.Serve(selected, teamsOfSelected);
            match.Serve(reserves, teamsOfReserves);
        });
        return (Visits(selected, teamsOfSelected), Visits(reserves, teamsOfReserves));
    }

    private static Team[][] EmptyTeams(IReadOnlyList<Lot> lots, IReadOnlyList<TeamRequest> requests) =>
        [.. lots.Select(_ => new Team[requests.Count])];

    private static VisitTeams[] Visits(IReadOnlyList<Lot> lots, Team[][] teams) =>
        [.. lots.Select((lot, i) => new VisitTeams(lot.Uscc, teams[i]))];
}
