namespace Inspection.Drawing;

/// <summary>Puts tickets into ascending order, in about as many steps as there are tickets.</summary>
/// <remarks>
/// Tickets are as good as uniform, so where one stands among n is about known from its first 64 bits: they are dealt into
/// n equal parts of the range, of which each gets about one, and insertion by the whole ticket then moves each only a few
/// places. Should they be far from uniform, the order is the same and takes longer.
/// </remarks>
internal static class TicketOrder
{
    /// <summary>The positions of the tickets, the smallest ticket's first.</summary>
    public static int[] Ascending(ReadOnlySpan<Digest> tickets)
    {
        var order = Deal(tickets);
        for (var i = 1; i < order.Length; i++)
        {
            var moved = order[i];
            var at = i;
            for (; at > 0 && tickets[moved] < tickets[order[at - 1]]; at--)
                order[at] = order[at - 1];
            order[at] = moved;
        }

        return order;
    }

    /// <summary>The positions by part of the range, in no order within a part.</summary>
    private static int[] Deal(ReadOnlySpan<Digest> tickets)
    {
        var largest = 0UL;
        foreach (ref readonly var ticket in tickets)
            largest = Math.Max(largest, ticket.Prefix);

        // Rounding never turns the order of two prefixes round, and the last part takes what rounds up to n.
        var partsPerUnit = tickets.Length / Math.Max(1.0, largest);
        var parts = new int[tickets.Length];
        var begins = new int[tickets.Length + 1];
        for (var i = 0; i < tickets.Length; i++)
        {
            parts[i] = Math.Min(tickets.Length - 1, (int)(tickets[i].Prefix * partsPerUnit));
            begins[parts[i] + 1]++;
        }

        for (var part = 1; part < begins.Length; part++)
            begins[part] += begins[part - 1];
        var order = new int[tickets.Length];
        for (var i = 0; i < tickets.Length; i++)
            order[begins[parts[i]]++] = i;
        return order;
    }
}
