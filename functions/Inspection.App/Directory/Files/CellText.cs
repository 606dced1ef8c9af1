using System.Buffers;
using System.Text;

namespace Inspection.App.Directory;

/// <summary>
/// Text of cells as people type and paste it. Names are only trimmed; codes, classes, dates and ids are also narrowed:
/// the full-width forms U+FF01–FF5E become the ASCII characters that they stand for, the ideographic space a space.
/// </summary>
internal static class CellText
{
    private const int MaxShownLength = 100;

    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789.");
    private const char ByteOrderMark = '\uFEFF';
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>The UTF-8 form of U+FFFD, which decoders put where bytes meant no character.</summary>
    public static ReadOnlySpan<byte> Lost => "\uFFFD"u8;

    /// <summary>Decodes and trims. No string is made for an empty cell.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? "" : Trim(Encoding.UTF8.GetString(utf8));

    /// <summary>Takes away white space of every script at both ends, and the invisible marks that pasting leaves.</summary>
    public static string Trim(string text) => Trim(text.AsSpan()) is var trimmed && trimmed.Length == text.Length
        ? text
        : trimmed.ToString();

    /// <inheritdoc cref="Trim(string)"/>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsBlank(text[0]))
            text = text[1..];
        while (!text.IsEmpty && IsBlank(text[^1]))
            text = text[..^1];
        return text;
    }

    /// <summary>
    /// Trims white space of ASCII, the only kind that well-kept files have; what is left may need <see cref="Trim(string)"/>.
    /// </summary>
    public static ReadOnlySpan<byte> TrimAscii(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty && utf8[0] is (byte)' ' or (>= 9 and <= 13))
            utf8 = utf8[1..];
        while (!utf8.IsEmpty && utf8[^1] is (byte)' ' or (>= 9 and <= 13))
            utf8 = utf8[..^1];
        return utf8;
    }

    /// <summary>Decodes, narrows and trims.</summary>
    public static string Narrow(ReadOnlySpan<byte> utf8) => Narrow(Encoding.UTF8.GetString(utf8));

    /// <summary>Narrows and trims.</summary>
    public static string Narrow(string text) => Trim(string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
            narrow[i] = Narrow(wide[i]);
    }));

    /// <summary>
    /// Whether spreadsheets have turned the text, a long number, into scientific notation and so lost its last digits.
    /// </summary>
    public static bool LooksRounded(string text)
    {
        var exponent = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return exponent > 0
            && text.AsSpan(0, exponent).IndexOfAnyExcept(Number) < 0
            && exponent + 2 < text.Length
            && text.AsSpan(exponent + 2).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>The text as an error shows it: shortened, and without control characters.</summary>
    public static string Shown(string text)
    {
        var kept = text.Length <= MaxShownLength ? text : $"{text.AsSpan(0, CutAt(text))}…";
        return string.Create(kept.Length, kept, static (shown, all) =>
        {
            for (var i = 0; i < all.Length; i++)
                shown[i] = char.IsControl(all[i]) ? ' ' : all[i];
        });
    }

    // A surrogate pair is not cut in two.
    private static int CutAt(string text) =>
        char.IsHighSurrogate(text[MaxShownLength - 1]) ? MaxShownLength - 1 : MaxShownLength;

    private static char Narrow(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - '\uFF01' + '!'),
        '\u3000' => ' ',
        _ => c,
    };

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is ByteOrderMark or ZeroWidthSpace;
}
