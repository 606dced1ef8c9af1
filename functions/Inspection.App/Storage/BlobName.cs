using System.Text.RegularExpressions;

namespace Inspection.App.Storage;

/// <summary>
/// Which names blobs have: folders of letters, digits, <c>-</c> and <c>_</c>, then a file of the same with one or more
/// extensions, as <c>draws/2026-11/package.zip</c>. Folders have no dot and files have one, so a file is never in the way
/// of a folder, and no name leads out of the store (<c>..</c>), to a hidden file or to an absolute path.
/// </summary>
public static partial class BlobName
{
    public const int MaxLength = 512;

    /// <summary>Characters of a folder or file, as file systems have it.</summary>
    public const int MaxSegment = 200;

    public static void Check(string name)
    {
        if (name.Length > MaxLength || !Form().IsMatch(name) || name.Split('/').Any(segment => segment.Length > MaxSegment))
        {
            throw new StorageRuleException(
                $"'{name}' cannot name a blob: folders of A-Z a-z 0-9 - _, then a file with an extension, "
                + $"segments of at most {MaxSegment} characters, {MaxLength} in all");
        }
    }

    public static void CheckPrefix(string prefix)
    {
        if (prefix.Length > MaxLength || !Prefix().IsMatch(prefix))
            throw new StorageRuleException($"'{prefix}' is not the beginning of a blob's name");
    }

    /// <summary>Whether the text names a blob, or a folder with its slash.</summary>
    internal static bool IsNameOrFolder(string name) => Form().IsMatch(name) || (name.EndsWith('/') && Prefix().IsMatch(name));

    [GeneratedRegex(@"\A([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"\A([A-Za-z0-9_-]+/)*([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)*)?\z")]
    private static partial Regex Prefix();
}
