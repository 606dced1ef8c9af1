using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>
/// The public randomness beacon of the settings: it names the round that a notice promises, and fetches that round once
/// it is out.
/// </summary>
public interface IBeacon
{
    /// <summary>The chain that notices promise rounds of.</summary>
    Digest Chain { get; }

    /// <summary>Why no draw can rely on the beacon, such as that no relay is configured; null where one can.</summary>
    Refusal? WhyUnavailable { get; }

    /// <summary>The first round that is due strictly later than the given time.</summary>
    long RoundAfter(DateTimeOffset time);

    /// <summary>When a round is due, in UTC.</summary>
    /// <param name="round">1 or more.</param>
    DateTimeOffset TimeOf(long round);

    /// <summary>
    /// The round's evidence, once it is out and can be trusted; otherwise what keeps it away. Asking again is harmless.
    /// </summary>
    /// <param name="round">1 or more.</param>
    /// <param name="cancellation">Stops the asking.</param>
    Task<BeaconAnswer> TryGetAsync(long round, CancellationToken cancellation = default);
}
