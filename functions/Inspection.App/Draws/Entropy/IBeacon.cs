using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>A public randomness beacon, asked through relays that need not be trusted alone.</summary>
public interface IBeacon
{
    /// <summary>The chain, or null where no relays are configured.</summary>
    BeaconChain? Chain { get; }

    /// <summary>What the beacon said in a round, or null where it cannot be had yet.</summary>
    Task<DrandEntropy?> FindAsync(DrandPlan plan, CancellationToken cancellation);
}
