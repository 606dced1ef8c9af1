using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>A task in a list.</summary>
/// <param name="Task">The task.</param>
/// <param name="Draw">Its draw; null where it has none that is not voided.</param>
internal sealed record TaskRow(InspectionTask Task, DrawHead? Draw)
{
    public TaskStage Stage => TaskStages.Of(Task, Draw);

    /// <summary>Whether it fills the short teams of another draw.</summary>
    public bool IsSupplementary => Draw?.Supplements.Length > 0;
}

/// <summary>The tasks that somebody may see.</summary>
internal sealed class TaskRows(TaskStore tasks, DrawStore draws)
{
    /// <summary>All of them, those that start last first.</summary>
    public async Task<IReadOnlyList<TaskRow>> OfAsync(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var heads = await draws.AllAsync(cancellation).ToDictionaryAsync(static head => head.Id, cancellationToken: cancellation);
        var found = await tasks.AllAsync(cancellation).Where(task => PlanningService.Concerns(task.Terms.Departments, actor)).ToListAsync(cancellation);
        return
        [
            .. found.OrderByDescending(static task => task.Terms.StartsOn).ThenByDescending(static task => task.Id, StringComparer.Ordinal)
                .Select(task => new TaskRow(task, heads.GetValueOrDefault(task.DrawId))),
        ];
    }
}
