using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>No relay is configured.</summary>
internal sealed class NoBeacon : IBeacon
{
    public BeaconChain? Chain => null;

    public Task<DrandEntropy?> FindAsync(DrandPlan plan, CancellationToken cancellation) => Task.FromResult<DrandEntropy?>(null);
}
