namespace Inspection.App.Draws;

/// <summary>Takes draws as far as they can go without a person.</summary>
public interface IDrawAdvancer
{
    /// <summary>Reveals draws whose randomness is out and finishes steps that were cut off.</summary>
    /// <returns>How many draws went on.</returns>
    Task<int> AdvanceAsync(CancellationToken cancellation);
}
