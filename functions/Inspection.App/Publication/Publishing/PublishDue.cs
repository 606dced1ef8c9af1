using System.Globalization;
using Inspection.App.Jobs;
using Inspection.App.Results;
using Inspection.App.Security;

namespace Inspection.App.Publication;

/// <summary>
/// The job that publishes what was approved and is not public yet: what failed at its approval, or whose process died. It
/// may run twice at once.
/// </summary>
internal sealed class PublishDue(ResultsToPublish queue, IResultPublisher publisher, IAuditLog audit, ILogger<PublishDue> log) : IJob
{
    /// <summary>Every hour, five minutes past.</summary>
    public const string Cron = "0 5 * * * *";

    public string Name => nameof(PublishDue);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        var due = await queue.DueAsync(cancellation).Select(static item => new ResultId(item.DrawId, item.Uscc)).Distinct().ToListAsync(cancellation);
        var failed = new List<ResultId>();
        foreach (var id in due)
        {
            try
            {
                await publisher.PublishAsync(id.DrawId, id.Uscc, cancellation);
                await audit.WriteAsync(Actor.Calendar, Name, $"results/{id}", cancellation: cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One result that fails does not hold the others up; it stays in the queue.
                log.LogError(e, "Result {ResultId} could not be published", id);
                failed.Add(id);
            }
        }

        return failed.Count == 0
            ? JobReport.Complete(string.Create(CultureInfo.InvariantCulture, $"{due.Count} results published"))
            : JobReport.Incomplete($"could not be published: {string.Join(", ", failed)}");
    }
}
