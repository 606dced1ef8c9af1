using Azure.Data.Tables;
using Inspection.App.Directory;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>A month in which results became public.</summary>
/// <param name="Month">The month.</param>
/// <param name="From">No result of it was inspected before this day.</param>
/// <param name="To">None was inspected after this day.</param>
internal sealed record PublicMonth(PublicationMonth Month, DateOnly From, DateOnly To);

/// <summary>
/// Which months hold results of which days of inspection: table <c>publicmonths</c>, the newest month first. A scan passes
/// over the months that cannot hold what it looks for. The days of a month only ever grow, before the row that needs it is
/// written; days that no result has any more cost a scan and hide nothing.
/// </summary>
internal sealed class PublicMonths(ITableStore tables)
{
    private const string Table = "publicmonths";
    private const string Partition = "days";

    public IAsyncEnumerable<PublicMonth> AllAsync(CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(Partition), cancellation).Select(Read);

    /// <summary>Records that the month holds a result that was inspected on this day.</summary>
    public async Task AddAsync(PublicationMonth month, DateOnly inspectedOn, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await tables.GetAsync(Table, Partition, month.Countdown, cancellation);
            if (row is null)
            {
                if ((await tables.InsertAsync(Table, Row(new PublicMonth(month, inspectedOn, inspectedOn)), cancellation)).Done)
                    return;
                continue;
            }

            var known = Read(row);
            if (known.From <= inspectedOn && inspectedOn <= known.To)
                return;
            var grown = known with
            {
                From = known.From < inspectedOn ? known.From : inspectedOn,
                To = known.To > inspectedOn ? known.To : inspectedOn,
            };
            if ((await tables.ReplaceAsync(Table, Row(grown), row.ETag, cancellation)).Done)
                return;
        }
    }

    private static TableEntity Row(PublicMonth month) => new(Partition, month.Month.Countdown)
    {
        [nameof(PublicMonth.Month)] = month.Month.ToString(),
        [nameof(PublicMonth.From)] = DayText.Of(month.From),
        [nameof(PublicMonth.To)] = DayText.Of(month.To),
    };

    private static PublicMonth Read(TableEntity row) => new(
        PublicationMonth.Parse(row.GetString(nameof(PublicMonth.Month))),
        DayText.Parse(row.GetString(nameof(PublicMonth.From)))!.Value,
        DayText.Parse(row.GetString(nameof(PublicMonth.To)))!.Value);
}
