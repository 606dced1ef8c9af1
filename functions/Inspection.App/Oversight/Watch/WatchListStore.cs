using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Oversight;

/// <summary>
/// Table <c>watchlist</c>: partition <c>entry</c> by code, and the guidance of each enterprise in a partition of its own.
/// </summary>
internal sealed class WatchListStore(ITableStore tables)
{
    private const string Table = "watchlist";
    private const string Entries = "entry";
    private const string Document = nameof(Document);

    public async Task<WatchEntry?> FindAsync(string uscc, CancellationToken cancellation) =>
        await tables.GetAsync(Table, Entries, TableKey.Escape(uscc), cancellation) is { } row ? Read(row) : null;

    /// <summary>A page by code, of one state or of all. It may be short, even empty, while there is a next one.</summary>
    public async Task<Page<WatchEntry>> ListAsync(WatchState? state, int limit, string? cursor, CancellationToken cancellation)
    {
        var page = await tables.QueryPageAsync(Table, TableRange.Rows(Entries), limit, cursor, cancellation);
        return new Page<WatchEntry>(
            [.. page.Entities.Where(row => state is null || row.GetString(nameof(WatchEntry.State)) == state.ToString()).Select(Read)],
            page.Continuation);
    }

    public IAsyncEnumerable<WatchEntry> AllAsync(CancellationToken cancellation) =>
        tables.QueryAsync(Table, TableRange.Rows(Entries), cancellation).Select(Read);

    /// <summary>Writes a new entry, or one in place of the version that was read.</summary>
    /// <returns>The entry as it is stored, or null where somebody else wrote it meanwhile.</returns>
    public async Task<WatchEntry?> SaveAsync(WatchEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var written = entry.ETag == default
            ? await tables.InsertAsync(Table, Row(entry), cancellation)
            : await tables.ReplaceAsync(Table, Row(entry), entry.ETag, cancellation);
        return written.Done ? entry with { ETag = written.ETag } : null;
    }

    public Task DeleteAsync(WatchEntry entry, CancellationToken cancellation) =>
        tables.DeleteAsync(Table, Entries, TableKey.Escape(entry.Uscc), entry.ETag, cancellation);

    public Task AddGuidanceAsync(Guidance guidance, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(guidance);
        var row = new TableEntity(GuidanceOf(guidance.Uscc), guidance.Id) { [Document] = StoredJson.Write(guidance) };
        return tables.UpsertAsync(Table, row, cancellation);
    }

    /// <summary>The guidance that an enterprise was given, the oldest first.</summary>
    public async Task<IReadOnlyList<Guidance>> GuidanceAsync(string uscc, CancellationToken cancellation) =>
        await tables.QueryAsync(Table, TableRange.Rows(GuidanceOf(uscc)), cancellation)
            .Select(static row => StoredJson.Read<Guidance>(row.GetString(Document)))
            .OrderBy(static guidance => guidance.On).ToListAsync(cancellation);

    private static string GuidanceOf(string uscc) => $"guidance {TableKey.Escape(uscc)}";

    private static TableEntity Row(WatchEntry entry)
    {
        var row = new TableEntity(Entries, TableKey.Escape(entry.Uscc)) { [nameof(WatchEntry.State)] = entry.State.ToString() };
        LongText.Set(row, Document, StoredJson.Write(entry));
        return row;
    }

    private static WatchEntry Read(TableEntity row) => StoredJson.Read<WatchEntry>(LongText.Get(row, Document)) with { ETag = row.ETag };
}
