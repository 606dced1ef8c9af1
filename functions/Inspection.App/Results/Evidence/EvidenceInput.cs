using System.Security.Cryptography;
using Inspection.App.Outcomes;

namespace Inspection.App.Results;

/// <summary>What somebody sends as evidence: checked by its content, whatever name or type it was given.</summary>
internal static class EvidenceInput
{
    private const int MaxFileName = 150;

    /// <summary>Describes a file that can be taken, or says why it cannot.</summary>
    /// <param name="fileName">The name that the sender gave.</param>
    /// <param name="content">The bytes; the stream can be sought.</param>
    /// <param name="most">The most bytes.</param>
    /// <param name="setting">The setting that says so.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Outcome<Evidence>> ReadAsync(
        string fileName, Stream content, long most, string setting, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length is var length && (length == 0 || length > most))
            return Refusal.Invalid("evidence-size", $"the file has {length} bytes, not 1 to {most} (setting {setting})");
        if (EvidenceKind.Detect(content) is not { } kind)
            return Refusal.Invalid("evidence-type", $"this is none of the files that are taken as evidence; send {EvidenceKind.Wanted}");
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        return new Evidence(sha256, CleanName(fileName, sha256, kind), kind.MediaType, length, by, at);
    }

    /// <summary>The name without folders and what no name can hold.</summary>
    private static string CleanName(string fileName, string sha256, EvidenceKind kind)
    {
        var name = string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(static c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        if (name.Length > MaxFileName)
            name = name[^MaxFileName..];
        return name.Length == 0 ? $"{sha256[..16]}.{kind.Extension}" : name;
    }
}
