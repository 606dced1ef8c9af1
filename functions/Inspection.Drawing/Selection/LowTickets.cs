namespace Inspection.Drawing;

/// <summary>
/// The tickets of one class below a limit under which the smallest are surely found, with their enterprises, in flat arrays.
/// </summary>
internal sealed class LowTickets
{
    private Digest[] tickets;
    private UnifiedSocialCreditCode[] codes;

    /// <param name="wanted">How many of the smallest are wanted: 1 to the size.</param>
    /// <param name="size">How many enterprises the class has.</param>
    /// <param name="slack">How many standard deviations beyond the expected place of the last wanted one the limit lies.</param>
    public LowTickets(int wanted, int size, double slack)
    {
        var margin = 16 + (slack * Math.Sqrt(wanted));
        Limit = wanted + margin >= size ? ulong.MaxValue : (ulong)((wanted + margin) / size * ulong.MaxValue);
        var room = (int)Math.Min(size, wanted + (2 * margin));
        tickets = new Digest[room];
        codes = new UnifiedSocialCreditCode[room];
    }

    /// <summary>The largest first 64 bits of a ticket that is kept.</summary>
    public ulong Limit { get; }

    /// <summary>How many were kept.</summary>
    public int Count { get; private set; }

    public void Add(UnifiedSocialCreditCode uscc, Digest ticket)
    {
        if (Count == tickets.Length)
        {
            Array.Resize(ref tickets, 2 * Count);
            Array.Resize(ref codes, 2 * Count);
        }

        tickets[Count] = ticket;
        codes[Count++] = uscc;
    }

    /// <summary>The lots of the smallest tickets, ascending.</summary>
    /// <param name="wanted">How many: at most <see cref="Count"/>.</param>
    /// <param name="riskClass">The class.</param>
    /// <exception cref="ProtocolException">Two of the kept tickets are equal.</exception>
    public Lot[] Smallest(int wanted, RiskClass riskClass)
    {
        var order = TicketOrder.Ascending(tickets.AsSpan(0, Count));
        for (var i = 1; i < order.Length; i++)
        {
            if (tickets[order[i - 1]] == tickets[order[i]])
                throw Selection.EqualTickets(codes[order[i - 1]], codes[order[i]], tickets[order[i]]);
        }

        var lots = new Lot[wanted];
        for (var i = 0; i < lots.Length; i++)
            lots[i] = new Lot(codes[order[i]], riskClass, tickets[order[i]]);
        return lots;
    }
}
