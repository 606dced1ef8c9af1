using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// Strings as the protocol has them: Unicode scalar values without control characters, ordered and compared by their
/// UTF-8 bytes, never by culture, case or normal form.
/// </summary>
public static class ProtocolText
{
    /// <summary>Orders strings by their UTF-8 bytes.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <summary>
    /// Compares by UTF-8 bytes. UTF-16 units give the same order but for surrogates, which stand below U+E000–FFFF as
    /// units and above them as characters.
    /// </summary>
    public static int Compare(string? left, string? right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
            return left.Length.CompareTo(right.Length);
        var (l, r) = (left[same], right[same]);
        return char.IsSurrogate(l) != char.IsSurrogate(r)
            ? (char.IsSurrogate(l) ? 1 : -1)
            : l.CompareTo(r);
    }

    /// <summary>How many Unicode scalar values the text has.</summary>
    public static int ScalarCount(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>
    /// What keeps the text out of a canonical document, or null: a lone surrogate or one of U+0000–001F, U+007F–009F,
    /// U+2028, U+2029.
    /// </summary>
    public static string? ProblemIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (IsRefused(unit))
                return $"character U+{(int)unit:X4} at position {i + 1}, which the protocol refuses";
            if (!char.IsSurrogate(unit))
                continue;
            if (!char.IsHighSurrogate(unit) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return $"half a surrogate pair, U+{(int)unit:X4}, at position {i + 1}";
            i++;
        }

        return null;
    }

    /// <summary>
    /// What keeps the text out of a field of the protocol's CSV files, or null: what canonical JSON refuses, and a comma,
    /// a quotation mark or a semicolon.
    /// </summary>
    public static string? ProblemInField(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.AsSpan().IndexOfAny(",\";");
        return at >= 0 ? $"'{text[at]}' at position {at + 1}, which separates fields" : ProblemIn(text);
    }

    /// <summary>A message for people: of one that repeats a huge input only the beginning and the end are kept.</summary>
    internal static string Shorten(string message)
    {
        const int head = 500, tail = 300;
        return message.Length <= head + tail
            ? message
            : $"{message[..head]} … ({message.Length - head - tail} more characters) … {message[^tail..]}";
    }

    /// <summary>Decodes UTF-8 strictly.</summary>
    /// <exception cref="ProtocolException">The bytes are not UTF-8.</exception>
    internal static string Decode(ReadOnlySpan<byte> utf8, string where)
    {
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new ProtocolException($"{where}: the bytes are not UTF-8 ({e.Message})", e);
        }
    }

    /// <summary>UTF-8 that refuses lone surrogates and bad bytes instead of replacing them.</summary>
    internal static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static bool IsRefused(char c) => c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029';
}
