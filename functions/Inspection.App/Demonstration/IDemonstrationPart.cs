namespace Inspection.App.Demonstration;

/// <summary>
/// What a capability puts into an empty store, so that a newcomer sees a living system. Parts are filled in the order in
/// which capabilities are added, so a part builds on those before it.
/// </summary>
public interface IDemonstrationPart
{
    /// <summary>Whether the store holds nothing of this capability.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellation);

    /// <summary>Puts it there. Where that was cut off, doing it again goes on and ends the same.</summary>
    Task FillAsync(CancellationToken cancellation);
}
