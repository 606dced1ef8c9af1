using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Jobs;
using Inspection.App.Security;

namespace Inspection.App.Planning;

/// <summary>
/// The job that holds the public lists of items, plans and tasks against what they show, and mends what a process that
/// died in between left behind.
/// </summary>
internal sealed class ShowLists(CheckItemStore items, PlanStore plans, TaskStore tasks, IAuditLog audit) : IJob
{
    /// <summary>Every ten minutes.</summary>
    public const string Cron = "0 */10 * * * *";

    public string Name => nameof(ShowLists);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        var mended = await items.RepairPublicAsync(cancellation)
            + await plans.RepairPublicAsync(cancellation)
            + await tasks.RepairPublicAsync(cancellation);
        if (mended > 0)
            await audit.WriteAsync(Actor.Calendar, Name, "public", cancellation: cancellation);
        return JobReport.Complete(string.Create(CultureInfo.InvariantCulture, $"{mended} entries of the public lists mended"));
    }
}
