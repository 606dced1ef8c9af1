using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Pages.Console;

/// <summary>The drafts of tasks: table <c>taskdrafts</c>, a partition for each user.</summary>
internal sealed class TaskDraftStore(ITableStore tables, TimeProvider clock)
{
    private const string Table = "taskdrafts";
    private const string Document = nameof(Document);

    public async Task<TaskDraft?> FindAsync(string owner, string id, CancellationToken cancellation) =>
        await tables.GetAsync(Table, TableKey.Escape(owner), TableKey.Escape(id), cancellation) is { } row ? Read(row) : null;

    /// <summary>A user's drafts, the last written first.</summary>
    public async Task<IReadOnlyList<TaskDraft>> OfAsync(string owner, CancellationToken cancellation)
    {
        var drafts = await tables.QueryAsync(Table, TableRange.Rows(TableKey.Escape(owner)), cancellation).Select(Read).ToListAsync(cancellation);
        return [.. drafts.OrderByDescending(static draft => draft.UpdatedAt)];
    }

    /// <summary>Adds a draft; one of this id that is there already stays.</summary>
    public Task AddAsync(TaskDraft draft, CancellationToken cancellation) =>
        tables.InsertAsync(Table, Row(draft with { UpdatedAt = clock.GetUtcNow() }), cancellation);

    /// <summary>Changes a draft as it is stored now: two windows of one user at different steps lose nothing.</summary>
    /// <returns>The draft as it is then, or null where it is gone.</returns>
    public async Task<TaskDraft?> ChangeAsync(string owner, string id, Func<TaskDraft, TaskDraft> change, CancellationToken cancellation)
    {
        while (await FindAsync(owner, id, cancellation) is { } stored)
        {
            var changed = change(stored) with { UpdatedAt = clock.GetUtcNow() };
            var written = await tables.ReplaceAsync(Table, Row(changed), stored.ETag, cancellation);
            if (written.Done)
                return changed with { ETag = written.ETag };
        }

        return null;
    }

    public Task RemoveAsync(TaskDraft draft, CancellationToken cancellation) =>
        tables.DeleteAsync(Table, TableKey.Escape(draft.Owner), TableKey.Escape(draft.Id), cancellation);

    private static TableEntity Row(TaskDraft draft) =>
        new(TableKey.Escape(draft.Owner), TableKey.Escape(draft.Id)) { [Document] = StoredJson.Write(draft) };

    private static TaskDraft Read(TableEntity row) => StoredJson.Read<TaskDraft>(row.GetString(Document)) with { ETag = row.ETag };
}
