namespace Inspection.Drawing;

/// <summary>
/// <c>roster.csv</c>: header <c>uscc,risk_class</c>, one row for each enterprise, ascending by code
/// (<c>PROTOCOL.md</c> section 1).
/// </summary>
public static class RosterFile
{
    /// <summary>The file's name in a package.</summary>
    public const string Name = "roster.csv";

    private const string Header = "uscc,risk_class";

    /// <summary>Reads a roster, refusing every byte that is not as the protocol writes it.</summary>
    /// <exception cref="ProtocolException">The file breaks a rule; the message names the line and the rule.</exception>
    public static Roster Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var csv = new ProtocolCsvReader(stream, Name, Header);
        var builder = new RosterBuilder(capacity: 1024);
        while (csv.TryReadLine(out var line))
        {
            if (builder.Count == Roster.MaxSize)
                throw csv.Refuse($"a roster has at most {Roster.MaxSize} enterprises");
            var entry = Parse(csv, line);
            if (!builder.TryAdd(entry))
                throw csv.Refuse($"{entry.Uscc} must stand after the code before it: rows ascend by uscc, none twice");
        }

        return builder.Count > 0 ? builder.Build() : throw new ProtocolException($"{Name} has no rows; a roster has at least one enterprise");
    }

    /// <summary>Writes a roster.</summary>
    public static void Write(Roster roster, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(stream);
        const int longestRow = UnifiedSocialCreditCode.Length + 1 + RiskClass.MaxLength + 1;
        var buffer = new byte[4096 * longestRow];
        var used = System.Text.Encoding.ASCII.GetBytes(Header + "\n", buffer);
        for (var i = 0; i < roster.Size; i++)
        {
            if (used > buffer.Length - longestRow)
            {
                stream.Write(buffer, 0, used);
                used = 0;
            }

            var entry = roster[i];
            entry.Uscc.Bytes.CopyTo(buffer.AsSpan(used));
            used += UnifiedSocialCreditCode.Length;
            buffer[used++] = (byte)',';
            used += entry.RiskClass.CopyTo(buffer.AsSpan(used));
            buffer[used++] = (byte)'\n';
        }

        stream.Write(buffer, 0, used);
    }

    private static RosterEntry Parse(ProtocolCsvReader csv, ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[2];
        csv.Split(line, fields, Header);
        var uscc = csv.Uscc(line[fields[0]], "uscc");
        return RiskClass.TryParse(line[fields[1]], out var riskClass)
            ? new RosterEntry(uscc, riskClass)
            : throw csv.Refuse($"'{csv.Field(line[fields[1]], "risk_class")}' is not a risk class (1 to 8 of A-Z a-z 0-9)");
    }
}
