using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Directory;

/// <summary>Answers with a CSV file, row by row as they come, safe to open in a spreadsheet.</summary>
internal sealed class CsvResult(
    string fileName, IEnumerable<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows) : ActionResult
{
    public const string MediaType = "text/csv; charset=utf-8";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await SpreadsheetCsv.WriteAsync(response.Body, headings, rows, context.HttpContext.RequestAborted);
    }
}
