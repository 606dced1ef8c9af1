using System.Buffers;
using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>Computes every ticket of a roster and keeps the smallest of each class.</summary>
internal sealed class TicketPass(Roster roster, DrawKey key, Digest seed, DrawHasher hasher, WorkOptions options)
{
    /// <summary>The smallest tickets of each class of the roster, ascending, as many as wanted.</summary>
    /// <param name="wanted">For each class of the roster, how many: 0 to its size.</param>
    /// <exception cref="ProtocolException">Two of a class's kept tickets are equal.</exception>
    public Lot[][] Smallest(int[] wanted)
    {
        var smallest = wanted.Select(static _ => Array.Empty<Lot>()).ToArray();
        var open = Enumerable.Range(0, wanted.Length).Where(c => wanted[c] > 0).ToList();
        for (var slack = 6; open.Count > 0; slack *= 2)
        {
            var kept = new LowTickets?[wanted.Length];
            foreach (var c in open)
                kept[c] = new LowTickets(wanted[c], roster.Classes[c].Size, slack);
            Collect(kept);
            foreach (var c in open.Where(c => kept[c]!.Count >= wanted[c]))
                smallest[c] = kept[c]!.Smallest(wanted[c], roster.Classes[c].RiskClass);
            open.RemoveAll(c => kept[c]!.Count >= wanted[c]);
        }

        return smallest;
    }

    /// <summary>Keeps the low tickets of each class that is not null, in no order.</summary>
    private void Collect(LowTickets?[] kept)
    {
        var limits = kept.Select(static low => low?.Limit).ToArray();
        options.ForEachChunk(roster.Size, (start, count) =>
        {
            var tickets = ArrayPool<Digest>.Shared.Rent(count);
            var found = ArrayPool<int>.Shared.Rent(count);
            var classOf = roster.ClassPositions.Slice(start, count);
            hasher.Tickets(key, seed, roster.Codes.Slice(start, count), tickets.AsSpan(0, count));
            var low = found.AsSpan(0, FindLow(tickets.AsSpan(0, count), classOf, limits, found));
            lock (kept)
            {
                foreach (var i in low)
                    kept[classOf[i]]!.Add(roster.Codes[start + i], tickets[i]);
            }

            ArrayPool<int>.Shared.Return(found);
            ArrayPool<Digest>.Shared.Return(tickets);
        });
    }

    /// <summary>Writes the positions of the tickets at or below the limit of their class, and returns how many.</summary>
    private static int FindLow(
        ReadOnlySpan<Digest> tickets, ReadOnlySpan<int> classOf, ReadOnlySpan<ulong?> limits, Span<int> found)
    {
        var count = 0;
        for (var i = 0; i < tickets.Length; i++)
        {
            if (limits[classOf[i]] is { } limit && tickets[i].Prefix <= limit)
                found[count++] = i;
        }

        return count;
    }
}
