namespace Inspection.Drawing;

/// <summary>
/// Reads the protocol's CSV files line by line: UTF-8 without a byte order mark, each line ended by one line feed, no
/// empty line, no quoting (<c>PROTOCOL.md</c>, Notation). A reader holds one line at a time.
/// </summary>
internal sealed class ProtocolCsvReader
{
    private const int MaxLineBytes = 64 << 20;
    private readonly Stream stream;
    private readonly string name;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <summary>Reads the header and refuses any other than the given one.</summary>
    public ProtocolCsvReader(Stream stream, string name, string header)
    {
        this.stream = stream;
        this.name = name;
        if (!TryReadLine(out var line))
            throw new ProtocolException($"{name} is empty; its first line must be '{header}'");
        if (!line.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(header)))
            throw Refuse($"the header must be '{header}' and nothing else, without a byte order mark or a carriage return");
    }

    /// <summary>The number of the line read last; the header is line 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next line without its line feed; false at the end. The span holds until the next call.</summary>
    public bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var at = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = buffer.AsSpan(start, searched + at);
                start += searched + at + 1;
                Line++;
                return line.Length > 0 ? true : throw Refuse("the line is empty");
            }

            searched = end - start;
            if (Fill())
                continue;
            Line++;
            if (searched > 0)
                throw Refuse("the last line does not end in a line feed; the file may be cut off");
            Line--;
            line = default;
            return false;
        }
    }

    /// <summary>A refusal that says where.</summary>
    public ProtocolException Refuse(string problem) => new($"{name} line {Line}: {problem}");

    /// <summary>Decodes one field and refuses the characters that no field holds.</summary>
    public string Field(ReadOnlySpan<byte> bytes, string column)
    {
        var text = ProtocolText.Decode(bytes, $"{name} line {Line}");
        return ProtocolText.ProblemInField(text) is { } problem ? throw Refuse($"{column} holds {problem}") : text;
    }

    /// <summary>Finds the fields of a row, exactly as many as there are ranges.</summary>
    public void Split(ReadOnlySpan<byte> line, Span<Range> fields, string columns)
    {
        var count = 0;
        foreach (var field in line.Split((byte)','))
        {
            if (count < fields.Length)
                fields[count] = field;
            count++;
        }

        if (count != fields.Length)
            throw Refuse($"a row has {fields.Length} fields, {columns}; this has {count}");
    }

    /// <summary>Reads a field that must be a unified social credit code.</summary>
    public UnifiedSocialCreditCode Uscc(ReadOnlySpan<byte> bytes, string column)
    {
        if (UnifiedSocialCreditCode.TryParse(bytes, out var code))
            return code;
        var text = Field(bytes, column);
        return UnifiedSocialCreditCode.TryParse(text, out code, out var problem)
            ? code
            : throw Refuse($"{column} '{text}': {problem}");
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxLineBytes)
                throw new ProtocolException($"{name}: a line is longer than {MaxLineBytes} bytes; this is not such a file");
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
