using System.Globalization;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Planning;

/// <summary>The approved tasks in the table <c>publictasks</c>, the last to start first. The store of tasks keeps it as it is itself.</summary>
internal sealed class PublicTasks(ITableStore tables)
{
    private readonly PublicList<PublicTask> list = new(tables, "publictasks");

    public Task<Page<PublicTask>> ListAsync(int limit, string? cursor, CancellationToken cancellation) =>
        list.ListAsync(limit, cursor, cancellation);

    public Task<PublicTask?> FindAsync(string id, CancellationToken cancellation) => list.FindAsync(id, cancellation);

    /// <summary>Brings one task to what the store of tasks says of it.</summary>
    public Task BringAsync(string id, TaskStore tasks, CancellationToken cancellation) =>
        list.BringAsync(id, token => ReadAsync(id, tasks, token), cancellation);

    /// <summary>Brings all tasks to what their store says.</summary>
    /// <returns>How many were not so before.</returns>
    public Task<int> RepairAsync(TaskStore tasks, CancellationToken cancellation) => list.RepairAsync(
        tasks.AllAsync(cancellation).Where(IsShown).Select(static task => (task.Id, EntryOf(task))),
        (id, token) => ReadAsync(id, tasks, token),
        cancellation);

    private static async Task<PublicEntry<PublicTask>?> ReadAsync(string id, TaskStore tasks, CancellationToken cancellation) =>
        await tasks.FindAsync(id, cancellation) is { } task && IsShown(task) ? EntryOf(task) : null;

    private static bool IsShown(InspectionTask task) => task.State == TaskState.Approved;

    private static PublicEntry<PublicTask> EntryOf(InspectionTask task) =>
        new((DateOnly.MaxValue.DayNumber - task.Terms.StartsOn.DayNumber).ToString("d7", CultureInfo.InvariantCulture), PublicTask.Of(task));
}
