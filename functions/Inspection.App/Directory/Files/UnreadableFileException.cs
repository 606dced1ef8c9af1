namespace Inspection.App.Directory;

/// <summary>
/// A registry file that cannot be read as a whole. The message is one line for the person who chose the file: its name,
/// what it is, and what to do.
/// </summary>
public sealed class UnreadableFileException : Exception
{
    public UnreadableFileException()
    {
    }

    public UnreadableFileException(string message)
        : base(message)
    {
    }

    public UnreadableFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public UnreadableFileException(string file, string problem, Exception? cause = null)
        : base($"{file}: {problem}", cause) => File = file;

    /// <summary>The file's name as its reader was given it.</summary>
    public string File { get; } = "";
}
