namespace Inspection.App.Tests.Directory;

/// <summary>The clock of a later moment: what another process wrote now was written a while ago.</summary>
internal sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
