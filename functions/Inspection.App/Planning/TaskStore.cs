using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Planning;

/// <summary>The tasks: table <c>tasks</c>, one partition, row key the id.</summary>
public sealed class TaskStore(ITableStore tables)
{
    private const string Table = "tasks";
    private const string Partition = "task";

    private readonly PublicTasks shown = new(tables);

    public async Task<InspectionTask?> FindAsync(string id, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, Partition, TableKey.Escape(id), cancellation) is { } row ? Task(row) : null;

    public async Task<Page<InspectionTask>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default)
    {
        var page = await tables.QueryPageAsync(Table, TableRange.Rows(Partition), limit, cursor, cancellation);
        return new Page<InspectionTask>([.. page.Entities.Select(Task)], page.Continuation);
    }

    public IAsyncEnumerable<InspectionTask> AllAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(Partition), cancellation).Select(Task);

    /// <returns>The task with its new version, or null where the id is taken.</returns>
    public async Task<InspectionTask?> AddAsync(InspectionTask task, CancellationToken cancellation = default)
    {
        var result = await tables.InsertAsync(Table, Row(task), cancellation);
        return result.Done ? await ShowAsync(task with { ETag = result.ETag }) : null;
    }

    /// <returns>The task with its new version, or null where somebody changed it since it was read.</returns>
    public async Task<InspectionTask?> ReplaceAsync(InspectionTask task, CancellationToken cancellation = default)
    {
        var result = await tables.ReplaceAsync(Table, Row(task), task.ETag, cancellation);
        return result.Done ? await ShowAsync(task with { ETag = result.ETag }) : null;
    }

    /// <summary>Brings what everybody sees of all tasks to what is stored.</summary>
    /// <returns>How many tasks were not so before.</returns>
    internal Task<int> RepairPublicAsync(CancellationToken cancellation = default) => shown.RepairAsync(this, cancellation);

    // Whether or not the caller still listens: what was written is shown.
    private async Task<InspectionTask> ShowAsync(InspectionTask task)
    {
        await shown.BringAsync(task.Id, this, CancellationToken.None);
        return task;
    }

    private static TableEntity Row(InspectionTask task) => new(Partition, TableKey.Escape(task.Id))
    {
        [nameof(TaskTerms.Title)] = task.Terms.Title,
        [nameof(TaskTerms.PlanId)] = task.Terms.PlanId,
        [nameof(InspectionTask.State)] = task.State.ToString(),
        [nameof(InspectionTask.CreatedBy)] = task.CreatedBy,
        [nameof(InspectionTask.ApprovedBy)] = task.ApprovedBy,
        [nameof(InspectionTask.Month)] = task.Month,
        [nameof(InspectionTask.Attempt)] = task.Attempt,
        [nameof(InspectionTask.DrawId)] = task.DrawId,
        [nameof(InspectionTask.Terms)] = StoredJson.Write(task.Terms),
    };

    private static InspectionTask Task(TableEntity row) => new()
    {
        Id = TableKey.Unescape(row.RowKey),
        Terms = StoredJson.Read<TaskTerms>(row.GetString(nameof(InspectionTask.Terms))),
        State = Enum.Parse<TaskState>(row.GetString(nameof(InspectionTask.State))),
        CreatedBy = row.GetString(nameof(InspectionTask.CreatedBy)),
        ApprovedBy = row.GetString(nameof(InspectionTask.ApprovedBy)),
        Month = row.GetString(nameof(InspectionTask.Month)),
        Attempt = row.GetInt32(nameof(InspectionTask.Attempt)) ?? 0,
        DrawId = row.GetString(nameof(InspectionTask.DrawId)),
        ETag = row.ETag,
    };
}
