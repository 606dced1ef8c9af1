using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Publication;

/// <summary>The public record of corrections: table <c>publiccorrections</c>, one partition, the newest first.</summary>
internal sealed class PublicCorrectionStore(ITableStore tables)
{
    private const string Table = "publiccorrections";
    private const string Partition = "correction";
    private const string Document = nameof(Document);

    public async Task<Page<PublicCorrection>> ListAsync(int limit, string? cursor, CancellationToken cancellation = default)
    {
        var page = await tables.QueryPageAsync(Table, TableRange.Rows(Partition), limit, cursor, cancellation);
        return new Page<PublicCorrection>([.. page.Entities.Select(Read)], page.Continuation);
    }

    /// <summary>Writes every correction of a public result. A revision never changes, so writing again ends the same.</summary>
    public async Task PutAsync(PublicResult result, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var (before, after) in result.Revisions.Zip(result.Revisions.Skip(1)))
        {
            var correction = new PublicCorrection(
                result.Id, result.DrawId, result.TaskTitle, result.Uscc, result.Name, result.District, before, after);
            var number = after.Number.ToString("d6", CultureInfo.InvariantCulture);
            var row = new TableEntity(Partition, $"{Countdown.Of(after.PublishedAt)} {TableKey.Escape(result.Id)} {number}");
            LongText.Set(row, Document, StoredJson.Write(correction));
            await tables.UpsertAsync(Table, row, cancellation);
        }
    }

    private static PublicCorrection Read(TableEntity row) => StoredJson.Read<PublicCorrection>(LongText.Get(row, Document));
}
