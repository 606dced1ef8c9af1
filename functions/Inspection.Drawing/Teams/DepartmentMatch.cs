using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>Matches the inspectors of one department to every team that the notice asks of it.</summary>
internal sealed class DepartmentMatch
{
    private const long VisitPrice = 1L << 32;
    private static readonly List<int> Nobody = [];

    private readonly Inspector[] inspectors;
    private readonly TeamRequest[] requests;
    private readonly int[] positionInNotice;
    private readonly int[][] qualified;
    private readonly Dictionary<UnifiedSocialCreditCode, List<int>> recusals;
    private readonly long[] credits;
    private readonly PairRanking ranking;
    private readonly CancellationToken cancellation;

    public DepartmentMatch(
        string department, InspectorList inspectors, IReadOnlyList<TeamRequest> requests,
        DrawHasher hasher, CancellationToken cancellation)
    {
        this.inspectors = [.. inspectors.Items.Where(i => i.Department == department)];
        positionInNotice = [.. Enumerable.Range(0, requests.Count).Where(r => requests[r].Department == department)];
        this.requests = [.. positionInNotice.Select(r => requests[r])];
        this.cancellation = cancellation;
        qualified = [.. this.requests.Select(QualifiedFor)];
        recusals = RecusalsByEnterprise();
        credits = new long[this.inspectors.Length];
        ranking = new PairRanking(new InspectorMessages(this.inspectors.Select(static i => i.Id)), credits, hasher);
    }

    /// <summary>Serves all pairs of these enterprises, in the protocol's order.</summary>
    /// <param name="lots">The enterprises.</param>
    /// <param name="teams">Takes, for each enterprise, the department's teams at their positions in the notice.</param>
    public void Serve(IReadOnlyList<Lot> lots, Team[][] teams)
    {
        var serving = new ServingInspectors(lots.Count, requests.Sum(static request => request.Size));
        foreach (var pair in PairsOf(lots))
        {
            cancellation.ThrowIfCancellationRequested();
            teams[pair.Lot][positionInNotice[pair.Request]] = Serve(pair, lots[pair.Lot], serving);
        }
    }

    private Team Serve(Pair pair, Lot lot, ServingInspectors serving)
    {
        var request = requests[pair.Request];
        var recused = RecusedFor(lot.Uscc);
        Earn(pair, recused);
        var ranked = ranking.First(
            2 * request.Size, qualified[pair.Request], recused, serving.Of(pair.Lot), lot.Ticket);
        var taken = ranked[..Math.Min(request.Size, ranked.Length)];
        foreach (var inspector in taken)
            credits[inspector] -= VisitPrice;
        // Inspectors ascend by id, so their positions order as their ids do.
        return new Team(
            request.Department,
            Ids(serving.Add(pair.Lot, taken)),
            request.Size - taken.Length,
            Ids(ranked[taken.Length..]));
    }

    private void Earn(Pair pair, List<int> recused)
    {
        var request = requests[pair.Request];
        var share = pair.Eligible == 0 ? 0 : Math.Min(request.Size, pair.Eligible) * VisitPrice / pair.Eligible;
        foreach (var inspector in qualified[pair.Request])
            credits[inspector] += share;
        // Nobody recused has earned anything: take the share back, which keeps the loop above free of look-ups.
        foreach (var inspector in recused)
        {
            if (Qualifies(inspectors[inspector], request))
                credits[inspector] -= share;
        }
    }

    private List<Pair> PairsOf(IReadOnlyList<Lot> lots)
    {
        var pairs = new List<Pair>(lots.Count * requests.Length);
        for (var lot = 0; lot < lots.Count; lot++)
        {
            var recused = RecusedFor(lots[lot].Uscc);
            for (var request = 0; request < requests.Length; request++)
                pairs.Add(new Pair(lot, request, qualified[request].Length - CountQualified(recused, requests[request])));
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

    private int CountQualified(List<int> some, TeamRequest request)
    {
        var count = 0;
        foreach (var inspector in some)
            count += Qualifies(inspectors[inspector], request) ? 1 : 0;
        return count;
    }

    private List<int> RecusedFor(UnifiedSocialCreditCode uscc) => recusals.GetValueOrDefault(uscc, Nobody);

    private string[] Ids(ReadOnlySpan<int> some)
    {
        var ids = new string[some.Length];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = inspectors[some[i]].Id;
        return ids;
    }

    private int[] QualifiedFor(TeamRequest request) =>
        [.. Enumerable.Range(0, inspectors.Length).Where(i => Qualifies(inspectors[i], request))];

    private static bool Qualifies(Inspector inspector, TeamRequest request) =>
        request.Skill.Length == 0 || inspector.Skills.Contains(request.Skill);

    private Dictionary<UnifiedSocialCreditCode, List<int>> RecusalsByEnterprise()
    {
        var byEnterprise = new Dictionary<UnifiedSocialCreditCode, List<int>>();
        for (var i = 0; i < inspectors.Length; i++)
        {
            foreach (var uscc in inspectors[i].Recused)
            {
                if (!byEnterprise.TryGetValue(uscc, out var list))
                    byEnterprise.Add(uscc, list = []);
                list.Add(i);
            }
        }

        return byEnterprise;
    }

    private readonly record struct Pair(int Lot, int Request, int Eligible);
}
