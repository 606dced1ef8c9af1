using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using ETag = Azure.ETag;

namespace Inspection.App.Draws;

/// <summary>The heads of all draws; <see cref="DrawRows"/> says which rows there are.</summary>
internal sealed class DrawStore(ITableStore tables)
{
    private const string Document = nameof(Document);
    private const string Holder = nameof(Holder);

    public async Task<DrawHead?> FindAsync(string id, CancellationToken cancellation = default) =>
        await tables.GetAsync(DrawRows.Table, DrawRows.Partition, DrawRows.Head(id), cancellation) is { } row ? Read(row) : null;

    public async Task<Page<DrawHead>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default)
    {
        var range = TableRange.RowsWithPrefix(DrawRows.Partition, DrawRows.HeadPrefix);
        var page = await tables.QueryPageAsync(DrawRows.Table, range, limit, cursor, cancellation);
        return new Page<DrawHead>([.. page.Entities.Select(Read)], page.Continuation);
    }

    public IAsyncEnumerable<DrawHead> AllAsync(CancellationToken cancellation = default) => tables
        .QueryAsync(DrawRows.Table, TableRange.RowsWithPrefix(DrawRows.Partition, DrawRows.HeadPrefix), cancellation).Select(Read);

    /// <summary>The draws that something has still to be done for.</summary>
    public IAsyncEnumerable<string> OpenAsync(CancellationToken cancellation = default) => tables
        .QueryAsync(DrawRows.Table, TableRange.RowsWithPrefix(DrawRows.Partition, DrawRows.OpenPrefix), cancellation)
        .Select(row => DrawRows.OpenId(row.RowKey));

    /// <summary>The supplementary draws of a draw that are not voided.</summary>
    public IAsyncEnumerable<DrawHead> SupplementsAsync(string id, CancellationToken cancellation = default) => tables
        .QueryAsync(DrawRows.Table, TableRange.RowsWithPrefix(DrawRows.Partition, DrawRows.FillsPrefix(id)), cancellation)
        .Select(async (row, stop) => await FindAsync(row.GetString(Holder), stop))
        .Where(static head => head is { State: not DrawState.Voided })
        .Select(static head => head!);

    /// <summary>The draw that holds a task or a plan, or null.</summary>
    public async Task<DrawHead?> HolderOfAsync(string row, CancellationToken cancellation = default) =>
        await tables.GetAsync(DrawRows.Table, DrawRows.Partition, row, cancellation) is { } held
            ? await FindAsync(held.GetString(Holder), cancellation)
            : null;

    /// <summary>The head as it is stored, or null where the task or the plan has another draw.</summary>
    public Task<DrawHead?> AddAsync(DrawHead head, CancellationToken cancellation = default) =>
        TransactAsync(TableWrite.Insert(Row(head)), head, [], cancellation);

    /// <returns>The head with its new version, or null where somebody changed it since it was read.</returns>
    public Task<DrawHead?> ReplaceAsync(DrawHead head, CancellationToken cancellation = default) =>
        TransactAsync(TableWrite.Replace(Row(head), head.ETag), head, [], cancellation);

    /// <summary>Takes a draw back that never had a notice; false where somebody changed it since it was read.</summary>
    public async Task<bool> RemoveAsync(DrawHead head, CancellationToken cancellation = default)
    {
        IReadOnlyList<TableWrite> writes =
        [
            TableWrite.Delete(DrawRows.Partition, DrawRows.Head(head.Id), head.ETag),
            .. head.Held.Select(row => TableWrite.Delete(DrawRows.Partition, row)),
        ];
        return (await tables.TransactAsync(DrawRows.Table, writes, cancellation)).Done;
    }

    /// <summary>The authority's last notice, which the next one names.</summary>
    public async Task<NoticeChain> LastNoticeAsync(CancellationToken cancellation = default) =>
        await tables.GetAsync(DrawRows.Table, DrawRows.Partition, DrawRows.Chain, cancellation) is { } row
            ? new NoticeChain(row.GetString(nameof(NoticeChain.Hash)), row.ETag)
            : NoticeChain.Empty;

    /// <summary>Makes the head and its notice the authority's last one, both or neither.</summary>
    /// <returns>The head with its new version, or null where the head or the chain was changed since it was read.</returns>
    public Task<DrawHead?> CommitAsync(DrawHead head, NoticeChain last, CancellationToken cancellation = default)
    {
        var row = new TableEntity(DrawRows.Partition, DrawRows.Chain) { [nameof(NoticeChain.Hash)] = head.NoticeHash };
        var chain = last == NoticeChain.Empty ? TableWrite.Insert(row) : TableWrite.Replace(row, last.ETag);
        return TransactAsync(TableWrite.Replace(Row(head), head.ETag), head, [chain], cancellation);
    }

    private async Task<DrawHead?> TransactAsync(
        TableWrite write, DrawHead head, IReadOnlyList<TableWrite> others, CancellationToken cancellation)
    {
        var wanted = DrawRows.HeldBy(head);
        IReadOnlyList<TableWrite> writes =
        [
            write,
            .. others,
            .. wanted.Except(head.Held).Select(row =>
                TableWrite.Insert(new TableEntity(DrawRows.Partition, row) { [Holder] = head.Id })),
            .. head.Held.Except(wanted).Select(row => TableWrite.Delete(DrawRows.Partition, row)),
        ];
        var result = await tables.TransactAsync(DrawRows.Table, writes, cancellation);
        return result.Done ? head with { ETag = result.ETags[0], Held = wanted } : null;
    }

    private static TableEntity Row(DrawHead head) => new(DrawRows.Partition, DrawRows.Head(head.Id))
    {
        [nameof(DrawHead.State)] = head.State.ToString(),
        [nameof(DrawHead.TaskId)] = head.TaskId,
        [Document] = StoredJson.Write(head),
    };

    private static DrawHead Read(TableEntity row)
    {
        var head = StoredJson.Read<DrawHead>(row.GetString(Document));
        return head with { ETag = row.ETag, Held = DrawRows.HeldBy(head) };
    }
}

/// <summary>The end of the authority's chain of notices.</summary>
/// <param name="Hash">The last notice's hash; empty before the first.</param>
/// <param name="ETag">The version that was read.</param>
public sealed record NoticeChain(string Hash, ETag ETag)
{
    public static NoticeChain Empty { get; } = new("", default);
}
