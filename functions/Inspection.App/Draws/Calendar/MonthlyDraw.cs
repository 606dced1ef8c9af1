using Inspection.App.Jobs;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Draws;

/// <summary>
/// On the first of each month at 09:00 in Beijing: makes the month's task of every approved monthly plan and commits its
/// draw, once per plan and month. A month that passed is not drawn afterwards; the months left share what it did not draw.
/// </summary>
internal sealed class MonthlyDraw(PlanStore plans, TaskStore tasks, ITaskDraws draws, LocalTime time, IAuditLog audit) : IJob
{
    /// <summary>09:00 in Beijing is 01:00 UTC of the same day.</summary>
    public const string Cron = "0 0 1 1 * *";

    private const int HourInUtc = 1;

    public string Name => nameof(MonthlyDraw);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        var (today, now) = (time.Today, time.Now.UtcDateTime);
        // A run of last month that is caught up this early leaves the new month to its own run.
        if (today.Day == 1 && now < today.ToDateTime(new TimeOnly(HourInUtc, 0)))
            return JobReport.Complete("this month is drawn later today");
        var active = await plans.AllAsync(cancellation).Where(plan => IsActive(plan, today)).ToListAsync(cancellation);
        var reports = new List<JobReport>();
        foreach (var plan in active)
            reports.Add(await DrawAsync(plan, today, cancellation));
        var detail = reports.Count == 0 ? "no plan draws monthly" : string.Join("; ", reports.Select(static report => report.Detail));
        return new JobReport(reports.TrueForAll(static report => report.IsComplete), detail);
    }

    private static bool IsActive(YearlyPlan plan, DateOnly today) =>
        plan.ApprovedBy.Length > 0 && plan.Terms.Monthly is not null && plan.Terms.Year == today.Year;

    private async Task<JobReport> DrawAsync(YearlyPlan plan, DateOnly today, CancellationToken cancellation)
    {
        var id = MonthlyTask.IdOf(plan.Id, today);
        var task = await tasks.FindAsync(id, cancellation)
            ?? await tasks.AddAsync(MonthlyTask.Of(plan, today), cancellation)
            ?? await TaskAsync(id, cancellation);
        if (WasDrawn(task))
            return JobReport.Complete($"{id} was drawn before");
        var outcome = await draws.CommitAsync(id, Actor.Calendar, cancellation);
        if (outcome.IsRefused(out var refusal))
            return await ReportOnAsync(id, refusal, cancellation);
        await audit.WriteAsync(Actor.Calendar, Name, $"tasks/{id}/draw", cancellation: cancellation);
        return JobReport.Complete($"{id} is drawn by {outcome.Value}");
    }

    private async Task<JobReport> ReportOnAsync(string id, Refusal refusal, CancellationToken cancellation)
    {
        if (refusal.Rule == ITaskDraws.NobodyToDraw)
            return JobReport.Complete($"{id} has nobody to draw");
        return WasDrawn(await TaskAsync(id, cancellation))
            ? JobReport.Complete($"{id} was drawn meanwhile")
            : JobReport.Incomplete($"{id} is not drawn, {refusal.Rule}: {refusal.Detail}");
    }

    // A draw that people voided is theirs to repeat; the calendar never draws a second time.
    private static bool WasDrawn(InspectionTask task) => task.DrawId.Length > 0 || task.Attempt > 0;

    private async Task<InspectionTask> TaskAsync(string id, CancellationToken cancellation) =>
        await tasks.FindAsync(id, cancellation) ?? throw new InvalidOperationException($"task {id} is gone; tasks are never deleted");
}
