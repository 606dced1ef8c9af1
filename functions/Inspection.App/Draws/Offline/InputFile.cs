using Inspection.App.Terminal;

namespace Inspection.App.Draws.Offline;

/// <summary>A file of a finished draw that a command was given.</summary>
internal static class InputFile
{
    /// <summary>All of it.</summary>
    /// <exception cref="WrongInputException">It is missing, or a directory.</exception>
    public static byte[] Read(string path)
    {
        using var file = Open(path);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <exception cref="WrongInputException">It is missing, or a directory.</exception>
    public static FileStream Open(string path)
    {
        if (System.IO.Directory.Exists(path))
            throw new WrongInputException($"{path} is a directory; give a file in it, such as package.zip");
        return File.Exists(path)
            ? File.OpenRead(path)
            : throw new WrongInputException($"{path}: there is no such file; check the name and the directory");
    }
}
