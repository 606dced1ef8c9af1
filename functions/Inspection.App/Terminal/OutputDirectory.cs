namespace Inspection.App.Terminal;

/// <summary>The directory that a command writes to.</summary>
internal static class OutputDirectory
{
    /// <summary>Makes the directory if need be.</summary>
    /// <exception cref="WrongInputException">A file is in its place, or above it.</exception>
    public static void Create(string path)
    {
        for (var place = Path.GetFullPath(path); place is not null; place = Path.GetDirectoryName(place))
        {
            if (File.Exists(place))
                throw new WrongInputException($"{place} is a file; give a directory to write to");
        }

        System.IO.Directory.CreateDirectory(path);
    }
}
