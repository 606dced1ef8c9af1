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
        var smallest = new Lot[wanted.Length][];
        var limits = new ulong?[wanted.Length];
        for (var c = 0; c < wanted.Length; c++)
        {
            smallest[c] = [];
            limits[c] = wanted[c] == 0 ? null : Limit(wanted[c], roster.Classes[c].Size, slack: 6);
        }

        for (var slack = 12.0; limits.Any(static limit => limit is not null); slack *= 2)
        {
            var kept = TicketsUpTo(limits);
            for (var c = 0; c < wanted.Length; c++)
            {
                if (limits[c] is null)
                    continue;
                if (kept[c].Count < wanted[c])
                {
                    limits[c] = Limit(wanted[c], roster.Classes[c].Size, slack);
                    continue;
                }

                limits[c] = null;
                kept[c].Sort(static (left, right) => left.Ticket.CompareTo(right.Ticket));
                Selection.RefuseEqualTickets(kept[c]);
                smallest[c] = [.. kept[c].Take(wanted[c])];
            }
        }

        return smallest;
    }

    /// <summary>
    /// A bound on the first 64 bits of a ticket below which a class of the size has surely kept as many as wanted: the
    /// expected place of the last wanted one and some standard deviations, counted in tickets, beyond it.
    /// </summary>
    private static ulong Limit(int wanted, int size, double slack)
    {
        var expected = wanted + 16 + (slack * Math.Sqrt(wanted));
        return expected >= size ? ulong.MaxValue : (ulong)(expected / size * ulong.MaxValue);
    }

    /// <summary>For each class with a limit, the lots whose ticket begins at or below it, in no order.</summary>
    private List<Lot>[] TicketsUpTo(ulong?[] limits)
    {
        var kept = limits.Select(static _ => new List<Lot>()).ToArray();
        options.ForEachChunk(roster.Size, (start, count) =>
        {
            var tickets = ArrayPool<Digest>.Shared.Rent(count);
            hasher.Tickets(key, seed, roster.Codes.Slice(start, count), tickets.AsSpan(0, count));
            var found = Filter(tickets.AsSpan(0, count), start, limits);
            ArrayPool<Digest>.Shared.Return(tickets);
            lock (kept)
            {
                foreach (var (position, ticket) in found)
                    kept[roster.ClassPositions[position]].Add(new Lot(roster.Codes[position], roster[position].RiskClass, ticket));
            }
        });
        return kept;
    }

    private List<(int Position, Digest Ticket)> Filter(ReadOnlySpan<Digest> tickets, int start, ulong?[] limits)
    {
        var found = new List<(int, Digest)>();
        var classOf = roster.ClassPositions.Slice(start, tickets.Length);
        for (var i = 0; i < tickets.Length; i++)
        {
            if (limits[classOf[i]] is { } limit && tickets[i].Prefix <= limit)
                found.Add((start + i, tickets[i]));
        }

        return found;
    }
}
