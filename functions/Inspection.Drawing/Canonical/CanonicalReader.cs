using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// Reads canonical JSON of a known shape. Canonical bytes have no freedom: the caller says which token must come next,
/// and anything else (white space, another key order, an escape that need not be, a fraction) is refused where it
/// stands. So bytes that pass are the canonical form of what they say.
/// </summary>
internal ref struct CanonicalReader
{
    private const long MaxInteger = (1L << 53) - 1;
    private readonly ReadOnlySpan<byte> json;
    private readonly string name;
    private int position;
    private bool first;

    /// <param name="json">The whole document.</param>
    /// <param name="name">The document's name, for messages.</param>
    public CanonicalReader(ReadOnlySpan<byte> json, string name)
    {
        this.json = json;
        this.name = name;
        first = true;
    }

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => position;

    public void BeginObject() => Begin('{');

    public void EndObject() => End('}', "a key that does not belong here, or one too many");

    public void BeginArray() => Begin('[');

    /// <summary>Whether another item follows; where none does, the array's end has been read.</summary>
    public bool NextItem()
    {
        if (Peek() == ']')
        {
            position++;
            first = false;
            return false;
        }

        if (!first)
            Expect(',', "between items");
        first = true;
        return true;
    }

    /// <summary>Reads the key that must stand here.</summary>
    public void Key(string key)
    {
        if (!TryKey(key))
            throw Refuse($"wanted the key \"{key}\", found {Found()}: a key is missing, unknown, twice or out of order");
    }

    /// <summary>Reads the key if it stands here, and nothing otherwise.</summary>
    public bool TryKey(string key)
    {
        var rest = json[position..];
        if (!first)
        {
            if (rest.Length == 0 || rest[0] != ',')
                return false;
            rest = rest[1..];
        }

        Span<byte> token = stackalloc byte[key.Length + 3];
        token[0] = (byte)'"';
        Encoding.ASCII.GetBytes(key, token[1..]);
        token[^2] = (byte)'"';
        token[^1] = (byte)':';
        if (!rest.StartsWith(token))
            return false;
        position += token.Length + (first ? 0 : 1);
        first = true;
        return true;
    }

    public string String()
    {
        Expect('"', "a string");
        var text = new StringBuilder();
        while (true)
        {
            var rest = json[position..];
            var at = rest.IndexOfAny((byte)'"', (byte)'\\');
            if (at < 0)
                throw Refuse("the string does not end");
            text.Append(ProtocolText.Decode(rest[..at], Where));
            position += at + 1;
            if (rest[at] == '"')
                break;
            if (Peek() is not ('"' or '\\'))
                throw Refuse("only \\\" and \\\\ are escaped in canonical JSON");
            text.Append((char)json[position++]);
        }

        first = false;
        var value = text.ToString();
        return ProtocolText.ProblemIn(value) is { } problem ? throw Refuse($"a string holds {problem}") : value;
    }

    public Digest Digest()
    {
        var value = String();
        return Drawing.Digest.TryParse(value, out var digest)
            ? digest
            : throw Refuse($"\"{value}\" is not 64 lower-case hex digits");
    }

    /// <summary>A string of whole bytes in lower-case hex.</summary>
    public string Hex()
    {
        var value = String();
        return LowerHex.IsBytes(value) ? value : throw Refuse($"\"{value}\" is not bytes in lower-case hex");
    }

    public UnifiedSocialCreditCode Uscc()
    {
        var value = String();
        return UnifiedSocialCreditCode.TryParse(value, out var code, out var problem)
            ? code
            : throw Refuse($"\"{value}\": {problem}");
    }

    public RiskClass RiskClass()
    {
        var value = String();
        return Drawing.RiskClass.TryParse(value, out var riskClass)
            ? riskClass
            : throw Refuse($"\"{value}\" is not a risk class (1 to 8 of A-Z a-z 0-9)");
    }

    public int Integer(string what, int min, int max) => (int)Long(what, min, max);

    public long Long(string what, long min, long max = MaxInteger)
    {
        var rest = json[position..];
        if (!Utf8Parser.TryParse(rest, out long value, out var length)
            || !rest[..length].SequenceEqual(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)))
            || (length < rest.Length && rest[length] is (byte)'.' or (byte)'e' or (byte)'E'))
        {
            throw Refuse($"{what} is not an integer in canonical form, but {Found()}");
        }

        if (value < min || value > max)
            throw Refuse($"{what} is {value}, not {min} to {max}");
        position += length;
        first = false;
        return value;
    }

    public bool Boolean()
    {
        var rest = json[position..];
        var value = rest.StartsWith("true"u8);
        if (!value && !rest.StartsWith("false"u8))
            throw Refuse($"wanted true or false, found {Found()}");
        position += value ? 4 : 5;
        first = false;
        return value;
    }

    /// <summary>Refuses whatever follows the document's value.</summary>
    public readonly void End()
    {
        if (position != json.Length)
            throw Refuse($"{json.Length - position} bytes follow the document's end; a canonical document ends with its last bracket");
    }

    /// <summary>A refusal that says where.</summary>
    public readonly ProtocolException Refuse(string problem) => new($"{Where}: {problem}");

    private readonly string Where => $"{name}, byte {position}";

    private readonly char Peek() => position < json.Length ? (char)json[position] : '\0';

    private readonly string Found()
    {
        var rest = json[position..];
        if (rest.Length == 0)
            return "the end of the document";
        var shown = rest[..Math.Min(rest.Length, 24)];
        var hint = rest[..Math.Min(rest.Length, 2)].ContainsAny(" \t\r\n"u8) ? " (canonical JSON has no white space)" : "";
        return $"`{Encoding.Latin1.GetString(shown).Replace('\n', '␊')}`{hint}";
    }

    private void Begin(char bracket)
    {
        Expect(bracket, "the start of an object or array");
        first = true;
    }

    private void End(char bracket, string otherwise)
    {
        Expect(bracket, otherwise);
        first = false;
    }

    private void Expect(char wanted, string what)
    {
        if (Peek() != wanted || position >= json.Length)
            throw Refuse($"wanted '{wanted}', found {Found()} ({what})");
        position++;
    }
}
