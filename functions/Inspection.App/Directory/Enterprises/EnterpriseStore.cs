using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Inspection.Drawing;
using ETag = Azure.ETag;

namespace Inspection.App.Directory;

/// <summary>The enterprises of the directory; see <see cref="EnterprisePlace"/> for where each is kept.</summary>
public sealed class EnterpriseStore
{
    internal const string Table = "enterprises";

    // SQLite flushes those that wait together once; Azure takes them side by side.
    private const int WritesAtOnce = 8;

    private readonly ITableStore tables;
    private readonly DistrictAreas areas;
    private readonly NameIndex names;
    private readonly EnterpriseScan scan;
    private readonly EnterpriseFinder finder;

    public EnterpriseStore(ITableStore tables)
    {
        this.tables = tables;
        areas = new DistrictAreas(tables);
        names = new NameIndex(tables);
        scan = new EnterpriseScan(tables, areas);
        finder = new EnterpriseFinder(tables, areas, names);
    }

    /// <summary>The enterprise of this code, or null: one point read.</summary>
    public async Task<Enterprise?> GetAsync(UnifiedSocialCreditCode uscc, CancellationToken cancellation = default)
    {
        var place = EnterprisePlace.Of(uscc);
        return await tables.GetAsync(Table, place.Partition, place.Row, cancellation) is { } entity
            ? EnterpriseEntity.Read(entity)
            : null;
    }

    /// <summary>
    /// All enterprises, or those of some districts, in no particular order, by parallel partition scans in bounded memory.
    /// </summary>
    public IAsyncEnumerable<Enterprise> ScanAsync(
        IReadOnlyCollection<string>? districts = null, CancellationToken cancellation = default) =>
        scan.ReadAsync(districts?.ToHashSet(StringComparer.Ordinal), cancellation);

    /// <summary>All enterprises in the order of their places, one page after the other.</summary>
    public IAsyncEnumerable<Enterprise> ListAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.All, cancellation).Select(EnterpriseEntity.Read);

    /// <summary>The districts that enterprises are or were registered in, ascending.</summary>
    public Task<IReadOnlyList<string>> DistrictsAsync(CancellationToken cancellation = default) =>
        areas.DistrictsAsync(cancellation);

    /// <summary>A page of those that fit, in the order of their places.</summary>
    /// <param name="query">Which ones; a whole code finds its enterprise whatever else is asked for.</param>
    /// <param name="cursor">Null for the first page, then what the page before gave.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="InvalidContinuationException">The cursor was not made here.</exception>
    public async Task<Page<Enterprise>> FindAsync(
        EnterpriseQuery query, string? cursor, int limit, CancellationToken cancellation = default)
    {
        if (!CodeCell.TryParse(CellText.Narrow(query.Text ?? ""), out var code, out _))
            return await finder.FindAsync(query, cursor, limit, cancellation);
        return new Page<Enterprise>(await GetAsync(code, cancellation) is { } found ? [found] : [], null);
    }

    /// <summary>Replaces the enterprise that was read with this ETag, or without one puts it there.</summary>
    internal async Task<Outcome<Saved<Enterprise>>> SaveAsync(
        Enterprise enterprise, ETag? expected, CancellationToken cancellation = default)
    {
        await PrepareAsync([enterprise], cancellation);
        var entity = EnterpriseEntity.Of(enterprise);
        var isNew = expected is null && (await tables.InsertAsync(Table, entity, cancellation)).Done;
        if (!isNew)
        {
            var result = await tables.ReplaceAsync(Table, entity, expected ?? ETag.All, cancellation);
            if (!result.Done)
                return DirectoryRefusals.NotWritten(result.Outcome, $"enterprise {enterprise.Uscc}");
        }

        // Gone already where somebody else deleted it at once.
        return await GetAsync(enterprise.Uscc, cancellation) is { } saved
            ? new Saved<Enterprise>(saved, isNew)
            : DirectoryRefusals.Unknown($"enterprise {enterprise.Uscc}");
    }

    /// <summary>Takes the enterprise out of the directory; null where that was done.</summary>
    public async Task<Refusal?> DeleteAsync(
        UnifiedSocialCreditCode uscc, ETag expected, CancellationToken cancellation = default)
    {
        var place = EnterprisePlace.Of(uscc);
        var result = await tables.DeleteAsync(Table, place.Partition, place.Row, expected, cancellation);
        return result.Done ? null : DirectoryRefusals.NotWritten(result.Outcome, $"enterprise {uscc}");
    }

    /// <summary>
    /// Puts some thousand enterprises there, whatever was there before. Where it is cut off, some are there and some are
    /// not, each whole and findable; doing it again ends the same.
    /// </summary>
    internal async Task PutAsync(IReadOnlyCollection<Enterprise> enterprises, CancellationToken cancellation = default)
    {
        await PrepareAsync(enterprises, cancellation);
        var transactions = enterprises
            .Select(EnterpriseEntity.Of)
            .GroupBy(entity => entity.PartitionKey, StringComparer.Ordinal)
            .OrderBy(partition => partition.Key, StringComparer.Ordinal)
            .SelectMany(partition => partition
                .OrderBy(entity => entity.RowKey, StringComparer.Ordinal)
                .Select(TableWrite.Upsert)
                .Chunk(EntityRules.MaxTransaction));
        await Parallel.ForEachAsync(
            transactions,
            new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellation },
            async (writes, token) => await tables.TransactAsync(Table, writes, token));
    }

    // Before the rows themselves: nothing may be there that scans and searches do not know of.
    private async Task PrepareAsync(IReadOnlyCollection<Enterprise> enterprises, CancellationToken cancellation)
    {
        await names.AddAsync(enterprises, cancellation);
        foreach (var enterprise in enterprises)
            await areas.AddAsync(enterprise.District, EnterprisePlace.Of(enterprise.Uscc).Area, cancellation);
    }
}
