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
/// <para>Nobody serves in two departments, so a department's pairs touch no credit of another's and departments are
/// matched side by side.</para>
/// <para>Invariant: what is earned at a pair is at most what is paid there, and short of it by less than E units of 2^-32.</para>
/// </remarks>
public sealed class TeamMatch
{
    private const long VisitPrice = 1L << 32;

    private readonly IReadOnlyList<Inspector> inspectors;
    private readonly IReadOnlyList<TeamRequest> requests;
    private readonly Dictionary<UnifiedSocialCreditCode, List<int>> recusedFor;
    private readonly int[][] qualified;
    private readonly long[] credits;
    private readonly InspectorMessages messages;
    private readonly DrawHasher hasher;
    private readonly WorkOptions options;

    private TeamMatch(
        InspectorList inspectors, IReadOnlyList<TeamRequest> requests, DrawHasher hasher, WorkOptions options)
    {
        this.inspectors = inspectors.Items;
        this.requests = requests;
        recusedFor = RecusalsByEnterprise(inspectors.Items);
        qualified = [.. requests.Select(request => QualifiedFor(request, inspectors.Items))];
        credits = new long[inspectors.Items.Count];
        messages = new InspectorMessages(inspectors.Items.Select(static i => i.Id));
        this.hasher = hasher;
        this.options = options;
    }

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
        var match = new TeamMatch(inspectors, requests, hasher, options);
        var teamsOfSelected = match.Serve(selected);
        return (teamsOfSelected, match.Serve(reserves));
    }

    private List<VisitTeams> Serve(IReadOnlyList<Lot> lots)
    {
        var teams = new Team[lots.Count][];
        var members = new int[lots.Count][][];
        for (var i = 0; i < lots.Count; i++)
        {
            teams[i] = new Team[requests.Count];
            members[i] = new int[requests.Count][];
        }

        var departments = Enumerable.Range(0, requests.Count).GroupBy(request => requests[request].Department);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation };
        Parallel.ForEach(departments, parallel, department =>
        {
            var ranking = new PairRanking(messages, credits, hasher);
            foreach (var pair in PairsOf(lots, [.. department]))
            {
                options.Cancellation.ThrowIfCancellationRequested();
                teams[pair.Lot][pair.Request] = Serve(pair, lots[pair.Lot], members[pair.Lot], ranking);
            }
        });
        return [.. lots.Select((lot, i) => new VisitTeams(lot.Uscc, teams[i]))];
    }

    private Team Serve(Pair pair, Lot lot, int[][] members, PairRanking ranking)
    {
        var request = requests[pair.Request];
        var recused = recusedFor.GetValueOrDefault(lot.Uscc, []);
        var share = pair.Eligible == 0 ? 0 : Math.Min(request.Size, pair.Eligible) * VisitPrice / pair.Eligible;
        foreach (var inspector in qualified[pair.Request])
            credits[inspector] += share;
        // Nobody recused has earned anything: take the share back, which keeps the loop above free of look-ups.
        foreach (var inspector in recused.Where(inspector => Qualifies(inspector, request)))
            credits[inspector] -= share;

        var ranked = ranking.First(2 * request.Size, qualified[pair.Request], recused, members, lot.Ticket);
        var serving = ranked[..Math.Min(request.Size, ranked.Length)];
        foreach (var inspector in serving)
            credits[inspector] -= VisitPrice;
        members[pair.Request] = serving;
        return new Team(
            request.Department,
            [.. serving.Order().Select(Id)],
            request.Size - serving.Length,
            [.. ranked[serving.Length..].Select(Id)]);
    }

    private List<Pair> PairsOf(IReadOnlyList<Lot> lots, int[] requestsOfDepartment)
    {
        var pairs = new List<Pair>(lots.Count * requestsOfDepartment.Length);
        for (var lot = 0; lot < lots.Count; lot++)
        {
            var recused = recusedFor.GetValueOrDefault(lots[lot].Uscc, []);
            foreach (var request in requestsOfDepartment)
            {
                var eligible = qualified[request].Length - recused.Count(i => Qualifies(i, requests[request]));
                pairs.Add(new Pair(lot, request, eligible));
            }
        }

        pairs.Sort((left, right) =>
        {
            var order = left.Eligible.CompareTo(right.Eligible);
            if (order == 0)
                order = lots[left.Lot].Ticket.CompareTo(lots[right.Lot].Ticket);
            if (order == 0)
                order = lots[left.Lot].Uscc.CompareTo(lots[right.Lot].Uscc);
            return order != 0 ? order : left.Request.CompareTo(right.Request);
        });
        return pairs;
    }

    // Inspectors ascend by id, so their positions order as their ids do.
    private string Id(int inspector) => inspectors[inspector].Id;

    private bool Qualifies(int inspector, TeamRequest request) => Qualifies(inspectors[inspector], request);

    private static bool Qualifies(Inspector inspector, TeamRequest request) =>
        inspector.Department == request.Department
        && (request.Skill.Length == 0 || inspector.Skills.Contains(request.Skill));

    private static int[] QualifiedFor(TeamRequest request, IReadOnlyList<Inspector> inspectors) =>
        [.. Enumerable.Range(0, inspectors.Count).Where(i => Qualifies(inspectors[i], request))];

    private static Dictionary<UnifiedSocialCreditCode, List<int>> RecusalsByEnterprise(IReadOnlyList<Inspector> inspectors)
    {
        var recusals = new Dictionary<UnifiedSocialCreditCode, List<int>>();
        for (var i = 0; i < inspectors.Count; i++)
        {
            foreach (var uscc in inspectors[i].Recused)
            {
                if (!recusals.TryGetValue(uscc, out var list))
                    recusals.Add(uscc, list = []);
                list.Add(i);
            }
        }

        return recusals;
    }

    private readonly record struct Pair(int Lot, int Request, int Eligible);
}
