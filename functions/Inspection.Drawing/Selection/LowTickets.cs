namespace Inspection.Drawing;

/// <summary>
/// The tickets of one class below a limit under which the smallest are surely found, with their positions on the roster,
/// in flat arrays.
/// </summary>
internal sealed class LowTickets
{
    private Digest[] tickets;
    private int[] positions;

    /// <param name="wanted">How many of the smallest are wanted: 1 to the size.</param>
    /// <param name="size">How many enterprises the class has.</param>
    /// <param name="slack">How many standard deviations beyond the expected place of the last wanted one the limit lies.</param>
    public LowTickets(int wanted, int size, double slack)
    {
        var margin = 16 + (slack * Math.Sqrt(wanted));
        Limit = wanted + margin >= size ? ulong.MaxValue : (ulong)((wanted + margin) / size * ulong.MaxValue);
        var room = (int)Math.Min(size, wanted + (2 * margin));
        tickets = new Digest[room];
        positions = new int[room];
    }

    /// <summary>The largest first 64 bits of a ticket that is kept.</summary>
    public ulong Limit { get; }

    /// <summary>How many were kept.</summary>
    public int Count { get; private set; }

    public void Add(int position, Digest ticket)
    {
        if (Count == tickets.Length)
        {
            Array.Resize(ref tickets, 2 * Count);
            Array.Resize(ref positions, 2 * Count);
        }

        tickets[Count] = ticket;
        positions[Count++] = position;
    }

    /// <summary>The lots, ascending by ticket.</summary>
    /// <param name="roster">The roster that the positions are of.</param>
    public Lot[] Ascending(Roster roster)
    {
        var order = TicketOrder.Ascending(tickets.AsSpan(0, Count));
        var lots = new Lot[Count];
        for (var i = 0; i < lots.Length; i++)
        {
            var (uscc, riskClass) = roster[positions[order[i]]];
            lots[i] = new Lot(uscc, riskClass, tickets[order[i]]);
        }

        return lots;
    }
}
