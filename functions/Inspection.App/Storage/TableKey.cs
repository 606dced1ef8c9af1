using System.Globalization;
using System.Text;

namespace Inspection.App.Storage;

/// <summary>
/// Writes any text as a key. Keys are printable ASCII without <c># / ? \</c>, which Azure Tables forbids; here each byte
/// of the text's UTF-8 that cannot stand in a key is written as a mark and two hexadecimal digits. The mark is the last
/// allowed character before the byte, and is itself written in the same way:
/// <code>
/// bytes    00-21   22 23   2E 2F   3E 3F   5B 5C   7E-FF
/// mark     !       "       .       &gt;       [       ~
/// "a/b" → "a.2fb"     "食品" → "~e9~a3~9f~e5~93~81"     "a b" → "a!20b"     "v1.0" → "v1.2e0"
/// </code>
/// Because a mark stands where its bytes would, the order of escaped keys is the byte order of the texts, and the
/// escaped beginning of a text is the beginning of its escaped whole: ranges and prefixes work on escaped keys.
/// </summary>
public static class TableKey
{
    /// <summary>The text as a key. Mind the length: a Chinese character takes nine of a key's characters.</summary>
    public static string Escape(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var key = new StringBuilder(bytes.Length + 16);
        foreach (var value in bytes)
        {
            if (MarkOf(value) is { } mark)
                key.Append(mark).Append(CultureInfo.InvariantCulture, $"{value:x2}");
            else
                key.Append((char)value);
        }

        return key.ToString();
    }

    /// <summary>The text that <see cref="Escape"/> wrote as this key.</summary>
    /// <exception cref="FormatException">Escape writes no such key.</exception>
    public static string Unescape(string key)
    {
        var bytes = new List<byte>(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] > 0x7F)
                throw new FormatException($"'{key}' is not an escaped key: it has a character outside ASCII");
            if (MarkOf((byte)key[i]) is null)
            {
                bytes.Add((byte)key[i]);
                continue;
            }

            bytes.Add(MarkedByte(key, i));
            i += 2;
        }

        try
        {
            return StrictUtf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException undecodable)
        {
            throw new FormatException($"'{key}' is not an escaped key: its bytes are not UTF-8", undecodable);
        }
    }

    private static byte MarkedByte(string key, int at)
    {
        if (at + 2 >= key.Length
            || !byte.TryParse(key.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, null, out var value)
            || MarkOf(value) != key[at]
            || key.AsSpan(at + 1, 2).ContainsAnyInRange('A', 'F'))
        {
            throw new FormatException($"'{key}' is not an escaped key: nothing is written as '{key[at]}' at {at}");
        }

        return value;
    }

    private static char? MarkOf(byte value) => value switch
    {
        <= 0x21 => '!',
        0x22 or 0x23 => '"',
        0x2E or 0x2F => '.',
        0x3E or 0x3F => '>',
        0x5B or 0x5C => '[',
        >= 0x7E => '~',
        _ => null,
    };

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
}
