namespace Inspection.App.Directory;

/// <summary>One of the directories as files see it: what imports, exports and templates need of it.</summary>
internal interface IDirectoryFiles
{
    /// <summary>The name: enterprises, inspectors or items.</summary>
    string Directory { get; }

    /// <summary>The columns of its files.</summary>
    IReadOnlyList<Column> Columns { get; }

    /// <summary>A row that shows how the columns are filled.</summary>
    IReadOnlyList<string> Example { get; }

    /// <summary>Reads a file to its end, compares it with the directory and writes nothing.</summary>
    /// <param name="file">The file, seekable.</param>
    /// <param name="import">Which import it is of.</param>
    /// <param name="reject">Told of every bad row.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="UnreadableFileException">The file cannot be read as a whole.</exception>
    Task<CheckedFile> CheckAsync(
        Stream file, ImportJob import, Action<RejectedRow> reject, CancellationToken cancellation);

    /// <summary>Everything in the directory as rows of cells.</summary>
    IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(CancellationToken cancellation);
}

/// <summary>What checking a file found.</summary>
/// <param name="Counts">What its rows are to the directory.</param>
/// <param name="WriteAsync">
/// Writes the new and the changed rows, telling after each portion how many rows it was. Where it is cut off, checking
/// and writing again goes on from there: what is written already is unchanged then.
/// </param>
internal sealed record CheckedFile(ImportCounts Counts, Func<Func<int, Task>, CancellationToken, Task> WriteAsync);
