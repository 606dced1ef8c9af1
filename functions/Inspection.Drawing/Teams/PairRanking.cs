using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>
/// Finds the first few inspectors of a pair by largest credit, then smallest key, then id, without computing the keys
/// that cannot matter: the credit of the last place is found first, and only who reaches it is hashed and sorted.
/// </summary>
internal sealed class PairRanking(InspectorMessages messages, long[] credits, DrawHasher hasher)
{
    private readonly int[] barredAt = new int[credits.Length];
    private readonly int[] candidates = new int[credits.Length];
    private readonly Digest[] keys = new Digest[credits.Length];
    private int pair;

    /// <param name="count">How many places; fewer are returned where fewer are there.</param>
    /// <param name="qualified">Positions of those of the department with the skill.</param>
    /// <param name="recused">Positions of those who must not inspect this enterprise.</param>
    /// <param name="members">Positions of those on other teams of this enterprise; null where a team is yet to come.</param>
    /// <param name="ticket">The enterprise's ticket.</param>
    public int[] First(int count, int[] qualified, List<int> recused, int[][] members, Digest ticket)
    {
        pair++;
        Bar(recused);
        foreach (var team in members)
            Bar(team ?? []);

        var floor = CreditOfPlace(count, qualified);
        var found = 0;
        foreach (var inspector in qualified)
        {
            if (credits[inspector] >= floor && barredAt[inspector] != pair)
                candidates[found++] = inspector;
        }

        hasher.InspectorKeys(ticket, messages, candidates.AsSpan(0, found), keys.AsSpan(0, found));
        keys.AsSpan(0, found).Sort(candidates.AsSpan(0, found));
        // The second sort must keep the order of keys among equal credits, which a stable sort does.
        return [.. candidates.Take(found).OrderByDescending(inspector => credits[inspector]).Take(count)];
    }

    private void Bar(IEnumerable<int> inspectors)
    {
        foreach (var inspector in inspectors)
            barredAt[inspector] = pair;
    }

    /// <summary>The credit of the last of the first places; everybody's where there are fewer.</summary>
    private long CreditOfPlace(int count, int[] qualified)
    {
        Span<long> top = stackalloc long[count];
        top.Fill(long.MinValue);
        foreach (var inspector in qualified)
        {
            var credit = credits[inspector];
            if (credit <= top[^1] || barredAt[inspector] == pair)
                continue;
            var place = count - 1;
            for (; place > 0 && top[place - 1] < credit; place--)
                top[place] = top[place - 1];
            top[place] = credit;
        }

        return top[^1];
    }
}
