using Inspection.App.Draws;
using Inspection.App.Jobs;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>A month of a plan.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Task">The task that the calendar made for it; null where none.</param>
/// <param name="Draw">Its draw; null where none.</param>
internal sealed record PlanMonth(DateOnly Month, InspectionTask? Task, DrawHead? Draw);

/// <summary>A plan with the months of its year.</summary>
internal sealed record PlanYear(YearlyPlan Plan, IReadOnlyList<PlanMonth> Months);

/// <summary>The draws that the calendar makes on the first of each month, and the runs that were missed and caught up.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class MonthlyDrawsModel(
    PlanStore plans, TaskStore tasks, DrawStore draws, JobStore jobs, MonthlyDraw job, LocalTime time, TimeProvider clock) : PageModel
{
    private const int MonthsOfYear = 12;

    public IReadOnlyList<PlanYear> Plans { get; private set; } = [];

    /// <summary>How the last run went; null before the first.</summary>
    public JobState? State { get; private set; }

    public DateTimeOffset? Next => State?.NextAt(JobRunner.ScheduleOf(job), clock.GetUtcNow());

    public DateOnly Today => time.Today;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        State = await jobs.FindAsync(job.Name, cancellation);
        var monthly = await plans.AllAsync(cancellation)
            .Where(plan => plan.Terms.Monthly is not null && plan.Terms.Year >= Today.Year - 1 && PlanningService.Concerns(plan.Terms.Departments, actor))
            .OrderByDescending(static plan => plan.Terms.Year).ToListAsync(cancellation);
        var years = new List<PlanYear>();
        foreach (var plan in monthly)
            years.Add(await YearAsync(plan, cancellation));
        Plans = years;
    }

    private async Task<PlanYear> YearAsync(YearlyPlan plan, CancellationToken cancellation)
    {
        var months = new List<PlanMonth>();
        for (var number = 1; number <= MonthsOfYear; number++)
        {
            var month = new DateOnly(plan.Terms.Year, number, 1);
            var task = await tasks.FindAsync(MonthlyTask.IdOf(plan.Id, month), cancellation);
            var draw = task is { DrawId.Length: > 0 } ? await draws.FindAsync(task.DrawId, cancellation) : null;
            months.Add(new PlanMonth(month, task, draw));
        }

        return new PlanYear(plan, months);
    }
}
