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
        return FirstOf(found, count);
    }

    /// <summary>
    /// The first candidates. A few places are filled by insertion: sorting everybody to seat four would cost far more
    /// than the hashing.
    /// </summary>
    private int[] FirstOf(int found, int count)
    {
        Span<int> places = stackalloc int[count];
        var taken = 0;
        for (var candidate = 0; candidate < found; candidate++)
        {
            var place = Math.Min(taken, count - 1);
            if (taken == count && !Precedes(candidate, places[place]))
                continue;
            for (; place > 0 && Precedes(candidate, places[place - 1]); place--)
                places[place] = places[place - 1];
            places[place] = candidate;
            taken = Math.Min(taken + 1, count);
        }

        var first = new int[taken];
        for (var place = 0; place < taken; place++)
            first[place] = candidates[places[place]];
        return first;
    }

    // Candidates come in the order of their ids, so of two with one key the earlier stays before the later.
    private bool Precedes(int left, int right)
    {
        var (credit, other) = (credits[candidates[left]], credits[candidates[right]]);
        return credit != other ? credit > other : keys[left] < keys[right];
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
