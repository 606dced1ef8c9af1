using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>
/// Table <c>drawselections</c>, a partition for each draw: what was drawn, which follows from the record and never changes,
/// and what was replaced since, which is only added to.
/// <code>
/// replacement NUMBER
/// selected USCC          the drawn, and behind them
/// stand-in CLASS RANK    the reserves in the order in which they step in
/// </code>
/// </summary>
internal sealed class SelectionStore(ITableStore tables)
{
    private const string Table = "drawselections";
    private const string Document = nameof(Document);
    private const string SelectedPrefix = "selected ";
    private const string ReservePrefix = "stand-in ";
    private const string ReplacementPrefix = "replacement ";

    /// <summary>Writes the rows of a finished draw; a second time it writes the same.</summary>
    public async Task WriteAsync(Draw draw, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var partition = PartitionOf(draw.Notice.Terms.DrawId);
        foreach (var batch in Rows(draw).Select(item => Row(partition, item)).Chunk(EntityRules.MaxTransaction))
            await tables.TransactAsync(Table, [.. batch.Select(TableWrite.Upsert)], cancellation);
    }

    /// <summary>A drawn enterprise, or a reserve; null where it is neither.</summary>
    public async Task<Selected?> FindAsync(string drawId, string uscc, CancellationToken cancellation) =>
        await tables.GetAsync(Table, PartitionOf(drawId), SelectedPrefix + TableKey.Escape(uscc), cancellation) is { } row
            ? Read(row)
            : await ReservesAsync(drawId, "", cancellation).FirstOrDefaultAsync(item => item.Uscc == uscc, cancellation);

    /// <summary>The drawn by code, then the reserves by class and rank.</summary>
    public async Task<Page<Selected>> ListAsync(string drawId, int limit, string? cursor, CancellationToken cancellation)
    {
        var range = TableRange.Rows(PartitionOf(drawId), SelectedPrefix);
        var page = await tables.QueryPageAsync(Table, range, limit, cursor, cancellation);
        return new Page<Selected>([.. page.Entities.Select(Read)], page.Continuation);
    }

    public IAsyncEnumerable<Selected> AllAsync(string drawId, CancellationToken cancellation) =>
        tables.QueryAsync(Table, TableRange.Rows(PartitionOf(drawId), SelectedPrefix), cancellation).Select(Read);

    /// <summary>The reserves of a class, or of all where it is empty, in the order in which they step in.</summary>
    public IAsyncEnumerable<Selected> ReservesAsync(string drawId, string riskClass, CancellationToken cancellation)
    {
        var prefix = ReservePrefix + (riskClass.Length == 0 ? "" : riskClass + " ");
        return tables.QueryAsync(Table, TableRange.RowsWithPrefix(PartitionOf(drawId), prefix), cancellation).Select(Read);
    }

    /// <summary>Every replacement of a draw so far.</summary>
    public async Task<Replacements> ReplacementsAsync(string drawId, CancellationToken cancellation)
    {
        var range = TableRange.RowsWithPrefix(PartitionOf(drawId), ReplacementPrefix);
        return new Replacements(await tables.QueryAsync(Table, range, cancellation)
            .Select(static row => StoredJson.Read<Replacement>(row.GetString(Document))).ToListAsync(cancellation));
    }

    /// <summary>Adds the next replacement; false where its number was taken meanwhile.</summary>
    public async Task<bool> TryAddAsync(string drawId, Replacement replacement, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        var key = ReplacementPrefix + replacement.Number.ToString("d6", CultureInfo.InvariantCulture);
        var row = new TableEntity(PartitionOf(drawId), key) { [Document] = StoredJson.Write(replacement) };
        return (await tables.InsertAsync(Table, row, cancellation)).Done;
    }

    private static IEnumerable<Selected> Rows(Draw draw)
    {
        var drawn = draw.Record.Selected.Zip(draw.Teams.Selected, static (lot, visit) => Of(lot, visit, isReserve: false, 0));
        var ranks = new Dictionary<RiskClass, int>();
        var reserves = draw.Record.Reserves.Zip(draw.Teams.Reserves, (lot, visit) =>
        {
            var rank = ranks.GetValueOrDefault(lot.RiskClass);
            ranks[lot.RiskClass] = rank + 1;
            return Of(lot, visit, isReserve: true, rank);
        });
        return drawn.Concat(reserves);
    }

    private static Selected Of(Lot lot, VisitTeams visit, bool isReserve, int rank) => new()
    {
        Uscc = lot.Uscc.ToString(),
        RiskClass = lot.RiskClass.ToString(),
        Ticket = lot.Ticket.ToString(),
        IsReserve = isReserve,
        Rank = rank,
        Teams = visit.Teams,
    };

    private static TableEntity Row(string partition, Selected item)
    {
        var key = item.IsReserve
            ? string.Create(CultureInfo.InvariantCulture, $"{ReservePrefix}{item.RiskClass} {item.Rank:d4}")
            : SelectedPrefix + item.Uscc;
        return new TableEntity(partition, key) { [Document] = StoredJson.Write(item) };
    }

    private static string PartitionOf(string drawId) => TableKey.Escape(drawId);

    private static Selected Read(TableEntity row) => StoredJson.Read<Selected>(row.GetString(Document));
}
