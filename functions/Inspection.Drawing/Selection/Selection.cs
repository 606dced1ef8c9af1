using Inspection.Drawing.Hashing;

namespace Inspection.Drawing;

/// <summary>
/// Draws the enterprises (<c>PROTOCOL.md</c> section 6). Everybody on the roster holds a lot, the ticket; of each class
/// the smallest tickets are drawn, as many as its quota, and the next ones stand in reserve.
/// </summary>
/// <remarks>
/// <code>ticket(e) = SHA256(seed ‖ 'T' ‖ salt(e))</code>
/// <para>
/// Tickets are uniform, so the k smallest of n lie below about k/n of the range. One pass over the roster keeps only the
/// tickets below a limit a little above that, and only those are sorted. The limit is generous by more than six standard
/// deviations; should a class still have kept too few, it is passed over again with a wider limit. The result is the one
/// that sorting all tickets would give.
/// </para>
/// </remarks>
public sealed class Selection
{
    private Selection(IReadOnlyList<ClassOutcome> classes, IReadOnlyList<Lot> selected, IReadOnlyList<Lot> reserves) =>
        (Classes, Selected, Reserves) = (classes, selected, reserves);

    /// <summary>Quota and threshold of each class, in the notice's order.</summary>
    public IReadOnlyList<ClassOutcome> Classes { get; }

    /// <summary>The drawn, ascending by ticket.</summary>
    public IReadOnlyList<Lot> Selected { get; }

    /// <summary>The reserves (备选), by class, then ticket.</summary>
    public IReadOnlyList<Lot> Reserves { get; }

    /// <summary>Draws from a roster.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="key">The draw key, which salts the tickets.</param>
    /// <param name="seed">The draw's seed.</param>
    /// <param name="sampling">The notice's rule, whose sizes are the roster's.</param>
    /// <param name="reserve">Reserves for each class.</param>
    /// <param name="options">How the work is done.</param>
    /// <exception cref="ProtocolException">Two tickets are equal.</exception>
    public static Selection Draw(
        Roster roster, DrawKey key, Digest seed, Sampling sampling, int reserve, WorkOptions? options = null) =>
        Draw(roster, key, seed, sampling, reserve, DrawHasher.Best, options ?? WorkOptions.Default);

    internal static Selection Draw(
        Roster roster, DrawKey key, Digest seed, Sampling sampling, int reserve, DrawHasher hasher, WorkOptions options)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(sampling);
        var quotas = sampling.Sizes.Zip(Quotas.Compute(sampling, seed))
            .ToDictionary(static c => c.First.RiskClass, static c => c.Second);
        var wanted = roster.Classes
            .Select(c => Wanted(c.Size, quotas[c.RiskClass], reserve)).ToArray();
        var lots = new TicketPass(roster, key, seed, hasher, options).Smallest(wanted);
        return Assemble(sampling.Sizes, roster.Classes, quotas, lots);
    }

    /// <summary>Quota and reserves of a class, or as many as there are; a class of quota 0 has no reserves.</summary>
    private static int Wanted(int size, int quota, int reserve) => quota == 0 ? 0 : (int)Math.Min(size, (long)quota + reserve);

    private static Selection Assemble(
        IReadOnlyList<ClassSize> classes, IReadOnlyList<ClassSize> rosterClasses,
        Dictionary<RiskClass, int> quotas, Lot[][] lots)
    {
        var positions = rosterClasses.Select(static (c, i) => (c.RiskClass, i)).ToDictionary();
        var outcomes = new List<ClassOutcome>();
        var (selected, reserves) = (new List<Lot>(), new List<Lot>());
        foreach (var (riskClass, _) in classes)
        {
            var quota = quotas[riskClass];
            if (quota == 0)
            {
                outcomes.Add(new ClassOutcome(riskClass, 0, null));
                continue;
            }

            var drawn = lots[positions[riskClass]];
            selected.AddRange(drawn.AsSpan(0, quota));
            reserves.AddRange(drawn.AsSpan(quota));
            outcomes.Add(new ClassOutcome(riskClass, quota, drawn[quota - 1].Ticket));
        }

        var order = TicketOrder.Ascending([.. selected.Select(static lot => lot.Ticket)]);
        Lot[] ascending = [.. order.Select(i => selected[i])];
        for (var i = 1; i < ascending.Length; i++)
        {
            if (ascending[i - 1].Ticket == ascending[i].Ticket)
                throw EqualTickets(ascending[i - 1].Uscc, ascending[i].Uscc, ascending[i].Ticket);
        }

        return new Selection(outcomes, ascending, reserves);
    }

    /// <summary>Which of two equal tickets comes first would be anybody's choice.</summary>
    internal static ProtocolException EqualTickets(
        UnifiedSocialCreditCode one, UnifiedSocialCreditCode other, Digest ticket) => new(
            $"{one} and {other} hold the same ticket {ticket}: the draw stops. Void it and draw again under a new key.");
}
