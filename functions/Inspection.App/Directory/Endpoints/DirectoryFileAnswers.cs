using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Directory;

/// <summary>What the endpoints of all three directories answer about files.</summary>
internal sealed class DirectoryFileAnswers(IEnumerable<IDirectoryFiles> directories, ImportDesk desk)
{
    /// <summary>Takes the file in and waits a moment: 201 where the import has ended by then, else 202.</summary>
    public async Task<ActionResult> ImportAsync(
        string directory, IFormFile file, bool dryRun, Actor actor, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        var accepted = await desk.AcceptAsync(directory, file.FileName, content, dryRun, actor, cancellation);
        if (accepted.IsRefused(out var refusal))
            return refusal.ToProblem();
        var job = await desk.WaitAsync(accepted.Value, cancellation);
        var (address, view) = (ImportView.Address(job), ImportView.Of(job));
        return job.IsFinished ? new CreatedResult(address, view) : new AcceptedResult(address, view);
    }

    /// <summary>The headings and one row that shows how they are filled.</summary>
    public async Task<ActionResult> TemplateAsync(string directory, FileFormat format, CancellationToken cancellation)
    {
        var files = Find(directory);
        var name = $"{directory}-template";
        string[] headings = [.. DirectoryRows.Headings(files.Columns)];
        if (format == FileFormat.Csv)
            return new CsvResult($"{name}.csv", headings, new[] { files.Example }.ToAsyncEnumerable());
        var workbook = new MemoryStream();
        await Workbook.WriteAsync(workbook, headings, [files.Example], cancellation);
        workbook.Position = 0;
        return new FileStreamResult(workbook, Workbook.MediaType) { FileDownloadName = $"{name}.xlsx" };
    }

    /// <summary>Everything in the directory.</summary>
    public ActionResult Export(string directory, CancellationToken cancellation)
    {
        var files = Find(directory);
        return new CsvResult($"{directory}.csv", DirectoryRows.Headings(files.Columns), files.RowsAsync(cancellation));
    }

    private IDirectoryFiles Find(string directory) => directories.Single(files => files.Directory == directory);
}

/// <summary>The format of a downloaded table.</summary>
public enum FileFormat
{
    Csv,
    Xlsx,
}
