using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>
/// Finds the first few inspectors of a pair by largest credit, then smallest key, then id, without computing the keys
/// that cannot matter: the credit of the last place is found first, and only who reaches it is hashed.
/// </summary>
internal sealed class PairRanking(InspectorMessages messages, long[] credits, DrawHasher hasher)
{
    private readonly int[] barredAt = new int[credits.Length];
    private readonly int[] candidates = new int[credits.Length];
    private readonly Digest[] keys = new Digest[credits.Length];
    private readonly int[] places = new int[2 * TeamRequest.MaxSize];
    private int pair;

    /// <param name="count">How many places; fewer are returned where fewer are there.</param>
    /// <param name="qualified">Positions of those of the department with the skill.</param>
    /// <param name="recused">Positions of those who must not inspect this enterprise.</param>
    /// <param name="members">Positions of those on other teams of this enterprise.</param>
    /// <param name="ticket">The enterprise's ticket.</param>
    /// <returns>Positions, the first first; valid until the next call.</returns>
    public ReadOnlySpan<int> First(
        int count, ReadOnlySpan<int> qualified, List<int> recused, ReadOnlySpan<int> members, Digest ticket)
    {
        pair++;
        foreach (var inspector in recused)
            barredAt[inspector] = pair;
        foreach (var inspector in members)
            barredAt[inspector] = pair;

        var found = CandidatesFrom(CreditOfPlace(count, qualified), qualified);
        hasher.InspectorKeys(ticket, messages, candidates.AsSpan(0, found), keys.AsSpan(0, found));
        return Best(Math.Min(count, found), found);
    }

    /// <summary>The credit of the last of the first places; everybody's where there are fewer.</summary>
    private long CreditOfPlace(int count, ReadOnlySpan<int> qualified)
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

    private int CandidatesFrom(long floor, ReadOnlySpan<int> qualified)
    {
        var found = 0;
        foreach (var inspector in qualified)
        {
            if (credits[inspector] >= floor && barredAt[inspector] != pair)
                candidates[found++] = inspector;
        }

        return found;
    }

    /// <summary>The first of the candidates: each is inserted where it belongs, and who falls off the end is out.</summary>
    private ReadOnlySpan<int> Best(int count, int found)
    {
        var filled = 0;
        for (var candidate = 0; candidate < found; candidate++)
        {
            if (filled == count && !IsBefore(candidate, places[count - 1]))
                continue;
            var place = filled < count ? filled++ : count - 1;
            for (; place > 0 && IsBefore(candidate, places[place - 1]); place--)
                places[place] = places[place - 1];
            places[place] = candidate;
        }

        var best = places.AsSpan(0, filled);
        foreach (ref var place in best)
            place = candidates[place];
        return best;
    }

    /// <summary>Whether one candidate comes before another; of equal credit and key the earlier has the smaller id.</summary>
    private bool IsBefore(int candidate, int other)
    {
        var (credit, otherCredit) = (credits[candidates[candidate]], credits[candidates[other]]);
        if (credit != otherCredit)
            return credit > otherCredit;
        var order = keys[candidate].CompareTo(keys[other]);
        return order != 0 ? order < 0 : candidate < other;
    }
}
