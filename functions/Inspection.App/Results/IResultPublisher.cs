namespace Inspection.App.Results;

/// <summary>Makes public what was approved: all that results need to know of publication.</summary>
public interface IResultPublisher
{
    /// <summary>
    /// Brings the public tables and the ledger to what the result says. It may be called at any time, twice at once and
    /// again after a crash, and ends the same; where it fails, the hourly job does it.
    /// </summary>
    Task PublishAsync(string drawId, string uscc, CancellationToken cancellation);
}
