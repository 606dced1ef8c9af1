namespace Inspection.Drawing;

/// <summary>Puts tickets into ascending order.</summary>
/// <remarks>
/// The first 64 bits of tickets, which the processor compares in one step, nearly always tell them apart; the pass behind
/// it straightens what they do not, by the whole ticket.
/// </remarks>
internal static class TicketOrder
{
    /// <summary>The positions of the tickets, the smallest ticket's first.</summary>
    public static int[] Ascending(ReadOnlySpan<Digest> tickets)
    {
        var prefixes = new ulong[tickets.Length];
        var order = new int[tickets.Length];
        for (var i = 0; i < tickets.Length; i++)
            (prefixes[i], order[i]) = (tickets[i].Prefix, i);
        Array.Sort(prefixes, order);

        for (var i = 1; i < order.Length; i++)
        {
            for (var at = i; at > 0 && tickets[order[at]] < tickets[order[at - 1]]; at--)
                (order[at], order[at - 1]) = (order[at - 1], order[at]);
        }

        return order;
    }
}
