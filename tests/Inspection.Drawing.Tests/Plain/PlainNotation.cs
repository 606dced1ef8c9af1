using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// PROTOCOL.md, "Notation": joining, hashing, hex, and the one order of strings. The types of this folder are the
/// protocol written down a second time, each rule as the text has it and as slowly as that may be. They use nothing of
/// Inspection.Drawing, so that the two agree only if both follow the text.
/// </summary>
internal static class PlainNotation
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Strings by their UTF-8 bytes.</summary>
    public static IComparer<string> TextOrder { get; } = Comparer<string>.Create(
        (left, right) => Utf8(left).AsSpan().SequenceCompareTo(Utf8(right)));

    /// <summary>Digests as big-endian numbers.</summary>
    public static IComparer<byte[]> DigestOrder { get; } = Comparer<byte[]>.Create(
        (left, right) => Number(left).CompareTo(Number(right)));

    public static byte[] Utf8(string text) => StrictUtf8.GetBytes(text);

    public static string FromUtf8(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("not UTF-8", e);
        }
    }

    /// <summary>The one ASCII byte that the text writes as 'S'.</summary>
    public static byte[] Byte(char ascii) => [(byte)ascii];

    /// <summary>a ‖ b ‖ c …</summary>
    public static byte[] Join(params byte[][] parts) => parts.SelectMany(part => part).ToArray();

    /// <summary>SHA256(a ‖ b ‖ c …)</summary>
    public static byte[] Sha256(params byte[][] parts) => SHA256.HashData(Join(parts));

    public static BigInteger Number(byte[] bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);

    public static string Hex(byte[] bytes) => string.Concat(bytes.Select(b => $"{b:x2}"));

    public static byte[] FromHex(string hex)
    {
        Require(hex.Length % 2 == 0 && hex.All("0123456789abcdef".Contains), $"'{hex}' is not lower-case hex");
        return Convert.FromHexString(hex);
    }

    public static bool IsDigest(string hex) => hex.Length == 64 && hex.All("0123456789abcdef".Contains);

    /// <summary>Unicode scalar values without U+0000–001F, U+007F–009F, U+2028, U+2029.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c <= '\u001F' || (c >= '\u007F' && c <= '\u009F') || c == '\u2028' || c == '\u2029')
                return false;
            if (!char.IsSurrogate(c))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    public static void RequireAscending(IReadOnlyList<string> texts, string what)
    {
        for (var i = 1; i < texts.Count; i++)
            Require(TextOrder.Compare(texts[i - 1], texts[i]) < 0,
                $"{what}: '{texts[i - 1]}' stands before '{texts[i]}'");
    }

    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidDataException(otherwise);
    }
}
