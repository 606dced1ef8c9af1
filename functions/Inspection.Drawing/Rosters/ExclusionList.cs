using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// The excluded (排除名单): who was left out before the draw, and by which rule; <c>excluded.csv</c> with header
/// <c>uscc,reason</c>, ascending by code, none twice, perhaps without rows (<c>PROTOCOL.md</c> section 2).
/// </summary>
public sealed class ExclusionList
{
    /// <summary>The file's name in a package.</summary>
    public const string FileName = "excluded.csv";

    private const string Header = "uscc,reason";

    private ExclusionList(IReadOnlyList<Exclusion> items, byte[] file) => (Items, File) = (items, file);

    /// <summary>The excluded, ascending by code.</summary>
    public IReadOnlyList<Exclusion> Items { get; }

    /// <summary>The bytes of <c>excluded.csv</c>.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Makes the list of items in any order.</summary>
    /// <exception cref="ProtocolException">A code stands twice, or a reason is empty or cannot stand in a CSV field.</exception>
    public static ExclusionList Create(IEnumerable<Exclusion> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var sorted = items.OrderBy(static item => item.Uscc).ToArray();
        var csv = new StringBuilder(Header).Append('\n');
        for (var i = 0; i < sorted.Length; i++)
        {
            var (uscc, reason) = sorted[i];
            if (i > 0 && sorted[i - 1].Uscc == uscc)
                throw new ProtocolException($"{uscc} is excluded twice; keep one reason");
            if (reason.Length == 0)
                throw new ProtocolException($"{uscc} is excluded without a reason; give the rule's code");
            if (ProtocolText.ProblemInField(reason) is { } problem)
                throw new ProtocolException($"the reason for excluding {uscc} holds {problem}");
            csv.Append(uscc).Append(',').Append(reason).Append('\n');
        }

        return new ExclusionList(sorted, ProtocolText.Strict.GetBytes(csv.ToString()));
    }

    /// <summary>Reads <c>excluded.csv</c>, refusing every byte that is not as the protocol writes it.</summary>
    /// <exception cref="ProtocolException">The file breaks a rule; the message names the line and the rule.</exception>
    public static ExclusionList Parse(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var csv = new ProtocolCsvReader(new MemoryStream(file), FileName, Header);
        var items = new List<Exclusion>();
        Span<Range> fields = stackalloc Range[2];
        while (csv.TryReadLine(out var line))
        {
            csv.Split(line, fields, Header);
            var uscc = csv.Uscc(line[fields[0]], "uscc");
            var reason = csv.Field(line[fields[1]], "reason");
            if (reason.Length == 0)
                throw csv.Refuse("the reason is empty");
            if (items.Count > 0 && uscc <= items[^1].Uscc)
                throw csv.Refuse($"{uscc} must stand after the code before it: rows ascend by uscc, none twice");
            items.Add(new Exclusion(uscc, reason));
        }

        return new ExclusionList(items, file);
    }

    /// <summary><c>excludedSeal = SHA256(drawKey ‖ 'X' ‖ the file's bytes)</c></summary>
    public SealedList Seal(DrawKey key) => new(Formulas.Seal(key, 'X', File.Span), Items.Count);
}
