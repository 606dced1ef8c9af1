using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace Inspection.App.Publication;

/// <summary>Makes the bulk files of the months in which something changed, each result as the API writes it.</summary>
internal sealed class BulkMaker(
    BulkChanges changes, BulkStore files, PublicResultStore results, IOptions<MvcNewtonsoftJsonOptions> json, LocalTime time)
{
    /// <summary>Makes what has changed.</summary>
    /// <returns>How many months were made.</returns>
    public async Task<int> MakeAsync(CancellationToken cancellation)
    {
        var made = 0;
        foreach (var changed in await changes.AllAsync(cancellation).ToListAsync(cancellation))
        {
            await MakeAsync(changed.Month, cancellation);
            await changes.RemoveAsync(changed, cancellation);
            made++;
        }

        return made;
    }

    private async Task MakeAsync(PublicationMonth month, CancellationToken cancellation)
    {
        // A month may be larger than memory.
        await using var table = TemporaryFile.Create();
        await using var lines = TemporaryFile.Create();
        var count = new Count();
        var rows = await SpreadsheetCsv.WriteAsync(table, ResultColumns.Headings, RowsAsync(month, lines, count, cancellation), cancellation);
        var csv = await FileAsync($"results-{month}.csv", table, rows, cancellation);
        var jsonLines = await FileAsync($"results-{month}.jsonl", lines, count.Results, cancellation);
        var before = await files.FindAsync(month, cancellation);
        if (before?.Csv == csv && before.JsonLines == jsonLines)
            return;
        var made = new BulkMonth(month.ToString(), time.Now.ToUniversalTime(), count.Results, csv, jsonLines);
        await files.PutAsync(month, made, [(csv, table), (jsonLines, lines)], cancellation);
    }

    /// <summary>The rows of the table; the documents are written on the way, so that both files say the same.</summary>
    private async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(
        PublicationMonth month, Stream lines, Count count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var writer = JsonLines.Writer(lines);
        await foreach (var result in results.OfMonthAsync(month, cancellation))
        {
            await writer.WriteLineAsync(JsonConvert.SerializeObject(result, Formatting.None, json.Value.SerializerSettings));
            count.Results++;
            foreach (var row in ResultColumns.Rows(result))
                yield return row;
        }
    }

    private static async Task<BulkFile> FileAsync(string name, FileStream content, int rows, CancellationToken cancellation)
    {
        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        content.Position = 0;
        return new BulkFile(name, rows, content.Length, hash);
    }

    private sealed class Count
    {
        public int Results { get; set; }
    }
}
