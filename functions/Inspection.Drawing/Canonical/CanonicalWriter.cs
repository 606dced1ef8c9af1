using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// Writes canonical JSON (<c>PROTOCOL.md</c>, Notation): RFC 8785 restricted to objects, arrays, strings, booleans and
/// integers. Keys are ASCII and written in ascending order by the caller; nothing stands between the tokens.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "String and Integer are JSON's words here, not types.")]
public sealed class CanonicalWriter
{
    private const long MaxInteger = (1L << 53) - 1;
    private readonly ByteCollector buffer = new();
    private bool first = true;

    /// <summary>The bytes written so far.</summary>
    public byte[] ToArray() => buffer.ToArray();

    /// <summary>Opens an object.</summary>
    public CanonicalWriter BeginObject() => Begin((byte)'{');

    /// <summary>Closes an object.</summary>
    public CanonicalWriter EndObject() => End((byte)'}');

    /// <summary>Opens an array.</summary>
    public CanonicalWriter BeginArray() => Begin((byte)'[');

    /// <summary>Closes an array.</summary>
    public CanonicalWriter EndArray() => End((byte)']');

    /// <summary>Writes a key, which is ASCII and follows the keys before it; its value comes next.</summary>
    public CanonicalWriter Key(string name)
    {
        Separate();
        Quote(name);
        Byte((byte)':');
        first = true;
        return this;
    }

    /// <summary>Writes a string.</summary>
    /// <exception cref="ProtocolException">The string holds a character that canonical JSON refuses.</exception>
    public CanonicalWriter String(string value)
    {
        if (ProtocolText.ProblemIn(value) is { } problem)
            throw new ProtocolException($"\"{value}\" holds {problem}; take it out");
        Separate();
        Quote(value);
        return this;
    }

    /// <summary>Writes a digest as a string of 64 lower-case hex digits.</summary>
    public CanonicalWriter Digest(Digest value) => String(value.ToString());

    /// <summary>Writes an integer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The integer is not within ±(2^53−1).</exception>
    public CanonicalWriter Integer(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxInteger);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -MaxInteger);
        Separate();
        Ascii(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Writes true or false.</summary>
    public CanonicalWriter Boolean(bool value)
    {
        Separate();
        Ascii(value ? "true" : "false");
        return this;
    }

    /// <summary>Writes bytes that already are a canonical value.</summary>
    public CanonicalWriter Raw(ReadOnlySpan<byte> canonical)
    {
        Separate();
        buffer.Write(canonical);
        return this;
    }

    private CanonicalWriter Begin(byte bracket)
    {
        Separate();
        Byte(bracket);
        first = true;
        return this;
    }

    private CanonicalWriter End(byte bracket)
    {
        Byte(bracket);
        first = false;
        return this;
    }

    private void Separate()
    {
        if (!first)
            Byte((byte)',');
        first = false;
    }

    private void Quote(string value)
    {
        Byte((byte)'"');
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny('"', '\\'); at >= 0; at = rest.IndexOfAny('"', '\\'))
        {
            Utf8(rest[..at]);
            Byte((byte)'\\');
            Byte((byte)rest[at]);
            rest = rest[(at + 1)..];
        }

        Utf8(rest);
        Byte((byte)'"');
    }

    private void Ascii(string text) => Utf8(text);

    private void Utf8(ReadOnlySpan<char> text) => ProtocolText.Strict.GetBytes(text, buffer);

    private void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
