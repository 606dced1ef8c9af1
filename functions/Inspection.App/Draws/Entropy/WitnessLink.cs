using System.Buffers.Text;
using System.Security.Cryptography;

namespace Inspection.App.Draws;

/// <summary>The secret part of a witness's address: 256 random bits, of which only the hash is stored.</summary>
internal static class WitnessLink
{
    private const int Size = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The hash under which a link is stored, or null where the text is no link.</summary>
    public static string? HashOf(string link) =>
        Base64Url.IsValid(link, out var size) && size == Size
            ? Convert.ToHexStringLower(SHA256.HashData(Base64Url.DecodeFromChars(link)))
            : null;
}
