using System.Collections.Concurrent;
using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>
/// Which areas of codes hold enterprises of which district: one row for each pair that ever occurred. A pair is written
/// before the first enterprise that needs it and never taken away; one that nobody needs any more costs an empty scan.
/// </summary>
/// <remarks>A province has a few thousand pairs, so a caller reads all of them.</remarks>
internal sealed class DistrictAreas(ITableStore tables)
{
    private const string Table = "enterpriseareas";
    private const string Partition = "area";
    private const string District = nameof(District);

    private readonly ConcurrentDictionary<(string District, string Area), bool> known = new();

    /// <summary>The areas of these districts, or of all where none are given, ascending.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(
        IReadOnlySet<string>? districts, CancellationToken cancellation = default)
    {
        var areas = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.QueryAsync(Table, TableRange.Rows(Partition), cancellation))
        {
            if (districts is null || districts.Contains(row.GetString(District)))
                areas.Add(EnterprisePlace.AreaOf(row.RowKey));
        }

        return [.. areas];
    }

    /// <summary>Every district that an enterprise was ever registered in, ascending.</summary>
    public async Task<IReadOnlyList<string>> DistrictsAsync(CancellationToken cancellation = default)
    {
        var districts = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.QueryAsync(Table, TableRange.Rows(Partition), cancellation))
            districts.Add(row.GetString(District));
        districts.Remove("");
        return [.. districts];
    }

    /// <summary>Records that the area holds an enterprise of the district.</summary>
    public async Task AddAsync(string district, string area, CancellationToken cancellation = default)
    {
        if (known.ContainsKey((district, area)))
            return;
        var row = new TableEntity(Partition, $"{area}-{TableKey.Escape(district)}") { [District] = district };
        await tables.UpsertAsync(Table, row, cancellation);
        known[(district, area)] = true;
    }
}
