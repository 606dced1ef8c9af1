using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>The enterprises of the directory; see <see cref="EnterprisePlace"/> for where each is kept.</summary>
public sealed class EnterpriseStore
{
    internal const string Table = "enterprises";

    private readonly ITableStore tables;
    private readonly DistrictAreas areas;
    private readonly EnterpriseScan scan;

    public EnterpriseStore(ITableStore tables)
    {
        this.tables = tables;
        areas = new DistrictAreas(tables);
        scan = new EnterpriseScan(tables, areas);
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

    /// <summary>The districts that enterprises are or were registered in, ascending.</summary>
    public Task<IReadOnlyList<string>> DistrictsAsync(CancellationToken cancellation = default) =>
        areas.DistrictsAsync(cancellation);
}
