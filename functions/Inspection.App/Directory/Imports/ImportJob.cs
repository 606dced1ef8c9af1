using Azure;

namespace Inspection.App.Directory;

/// <summary>One import of a file into a directory, from its upload to its end.</summary>
public sealed record ImportJob
{
    /// <summary>The id; later ones sort behind earlier ones.</summary>
    public required string Id { get; init; }

    /// <summary>The directory: enterprises, inspectors or items.</summary>
    public required string Directory { get; init; }

    /// <summary>What the uploader called the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Whether the file is only checked.</summary>
    public required bool DryRun { get; init; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public ImportState State { get; init; } = ImportState.Waiting;

    /// <summary>Rows that are written so far, of <see cref="Total"/>.</summary>
    public int Processed { get; init; }

    /// <summary>Rows that are to be written: those new or changed.</summary>
    public int Total { get; init; }

    /// <summary>What the file's rows are to the directory, once the file was checked.</summary>
    public ImportCounts Counts { get; init; }

    /// <summary>How many rows are bad.</summary>
    public int BadRows { get; init; }

    /// <summary>Why the file cannot be read at all, or why the import was given up; empty otherwise.</summary>
    public string Problem { get; init; } = "";

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How often a process took it up.</summary>
    public int Attempts { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    public ETag ETag { get; init; }

    public bool IsFinished => State is not (ImportState.Waiting or ImportState.Checking or ImportState.Writing);

    /// <summary>The upload as it came.</summary>
    internal string UploadBlob => $"imports/{Id}/upload.bin";

    /// <summary>The bad rows, for their sender.</summary>
    internal string ErrorsBlob => $"imports/{Id}/errors.csv";
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Uploaded; a process will take it up.</summary>
    Waiting,

    /// <summary>The whole file is checked; nothing is written yet.</summary>
    Checking,

    /// <summary>Every row passed and they are being written.</summary>
    Writing,

    /// <summary>All rows are in the directory.</summary>
    Done,

    /// <summary>Every row passed; nothing was written, as asked.</summary>
    Checked,

    /// <summary>Rows are bad; nothing was written.</summary>
    Rejected,

    /// <summary>The file cannot be read as a whole; nothing was written.</summary>
    Unreadable,

    /// <summary>It failed again and again. What was written stays; sending the file again goes on from there.</summary>
    Failed,
}

/// <summary>What the rows of a file are to the directory.</summary>
/// <param name="New">Those that it does not hold.</param>
/// <param name="Changed">Those that it holds otherwise.</param>
/// <param name="Unchanged">Those that it holds as they are.</param>
/// <param name="Missing">What it holds and the file does not. An import leaves that as it is.</param>
public readonly record struct ImportCounts(int New, int Changed, int Unchanged, int Missing);
