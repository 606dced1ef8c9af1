using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// Writes canonical JSON (<c>PROTOCOL.md</c>, Notation): RFC 8785 restricted to objects, arrays, strings, booleans and
/// integers. Keys are ASCII and written in ascending order by the caller; nothing stands between the tokens.
/// </summary>
internal sealed class CanonicalWriter
{
    private readonly ByteCollector buffer = new();
    private bool first = true;

    public byte[] ToArray() => buffer.ToArray();

    public CanonicalWriter BeginObject() => Begin((byte)'{');

    public CanonicalWriter EndObject() => End((byte)'}');

    public CanonicalWriter BeginArray() => Begin((byte)'[');

    public CanonicalWriter EndArray() => End((byte)']');

    public CanonicalWriter Key(string name)
    {
        Separate();
        Quote(name);
        Byte((byte)':');
        first = true;
        return this;
    }

    /// <exception cref="ProtocolException">The string holds a character that canonical JSON refuses.</exception>
    public CanonicalWriter String(string value)
    {
        if (ProtocolText.ProblemIn(value) is { } problem)
            throw new ProtocolException($"\"{value}\" holds {problem}; take it out");
        Separate();
        Quote(value);
        return this;
    }

    public CanonicalWriter Digest(Digest value) => String(value.ToString());

    public CanonicalWriter Integer(long value)
    {
        Debug.Assert(Math.Abs(value) <= (1L << 53) - 1, "canonical integers stay within ±(2^53−1)");
        Separate();
        Ascii(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

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
