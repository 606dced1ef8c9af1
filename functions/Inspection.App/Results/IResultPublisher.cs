namespace Inspection.App.Results;

/// <summary>Makes public what was approved: all that results need to know of publication.</summary>
public interface IResultPublisher
{
    /// <summary>
    /// Brings the public tables and the ledger to what the result says. It may be called at any time, twice at once and
    /// again after a crash, and ends the same; where it fails, the hourly job does it from the <see cref="ResultsToPublish"/>,
    /// of which it takes away what is done.
    /// </summary>
    Task PublishAsync(string drawId, string uscc, CancellationToken cancellation);

    /// <summary>Whether everybody can see the result; read from the public tables alone.</summary>
    Task<bool> IsPublicAsync(string drawId, string uscc, CancellationToken cancellation);
}
