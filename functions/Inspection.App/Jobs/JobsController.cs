using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Jobs;

/// <summary>A job as it is shown.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schedule">Its times: cron of six fields in UTC.</param>
/// <param name="NextAt">When it is due next; in the past where it waits to be run.</param>
/// <param name="LastDueAt">The time for which it ran last.</param>
/// <param name="StartedAt">When that run started.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Outcome">How.</param>
/// <param name="Detail">What it did, or its error.</param>
/// <param name="MissedAt">The latest time at which nothing ran.</param>
/// <param name="CaughtUpAt">When that was caught up.</param>
public sealed record JobView(
    string Name, string Schedule, DateTimeOffset? NextAt, DateTimeOffset? LastDueAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    JobOutcome Outcome, string Detail, DateTimeOffset? MissedAt, DateTimeOffset? CaughtUpAt)
{
    public static JobView Of(IJob job, JobState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(state);
        return new JobView(
            job.Name, job.Schedule, state.NextAt(JobRunner.ScheduleOf(job), now), state.LastDueAt, state.StartedAt, state.EndedAt,
            state.Outcome, state.Detail, state.MissedAt, state.CaughtUpAt);
    }
}

/// <summary>What the calendar does, and whether it did.</summary>
[ApiController]
[Route("api/v1/jobs")]
[Authorize(Roles = $"{Role.Administrator},{Role.Auditor},{Role.Scheduler}")]
public sealed class JobsController(JobBoard board) : ControllerBase
{
    [HttpGet]
    public async Task<Page<JobView>> List(CancellationToken cancellation) => new(await board.ListAsync(cancellation), null);
}
