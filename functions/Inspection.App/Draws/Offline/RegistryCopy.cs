using System.Text;
using Inspection.App.Directory;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>What people call an enterprise and where they find it.</summary>
internal sealed record Description(string Name, string District, string Industry, string Address);

/// <summary>
/// Names and addresses of the roster as they were at the commitment, so that the lists of the drawn can name them later.
/// No hash covers them; the draw is decided by codes and classes alone. One line for an enterprise, its code first, the
/// fields between tabs: a million lines are searched without reading a field of those that were not drawn.
/// </summary>
internal sealed class RegistryCopy(Stream stream) : IDisposable
{
    private const int Fields = 5;
    private const int BufferChars = 64 << 10;

    private readonly StreamWriter writer =
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferChars) { NewLine = "\n" };

    public void Add(EnterpriseRow row)
    {
        writer.Write(row.Uscc.ToString());
        Write(row.Name);
        Write(row.District);
        Write(row.Industry);
        Write(row.Address);
        writer.WriteLine();
    }

    public void Dispose() => writer.Dispose();

    /// <summary>The descriptions of some enterprises.</summary>
    /// <exception cref="WrongInputException">The copy was changed and lacks one of them.</exception>
    public static Dictionary<UnifiedSocialCreditCode, Description> Find(
        string path, IReadOnlyCollection<UnifiedSocialCreditCode> wanted)
    {
        var codes = wanted.Select(static code => code.ToString()).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new Dictionary<UnifiedSocialCreditCode, Description>(wanted.Count);
        using var reader = new StreamReader(path, Encoding.UTF8, false, BufferChars);
        while (reader.ReadLine() is { } line)
        {
            var code = line.AsSpan(0, Math.Min(line.Length, UnifiedSocialCreditCode.Length));
            if (codes.Contains(code) && line.Split('\t') is { Length: Fields } fields)
                found[UnifiedSocialCreditCode.Parse(fields[0])] = new Description(fields[1], fields[2], fields[3], fields[4]);
        }

        foreach (var code in wanted)
        {
            if (!found.ContainsKey(code))
                throw new WrongInputException($"{path} does not describe {code} any more; it was changed or cut off since commit");
        }

        return found;
    }

    // A cell of a spreadsheet may hold a line break or a tab, which would be taken for the end of the field.
    private void Write(string field)
    {
        writer.Write('\t');
        if (!field.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            writer.Write(field);
            return;
        }

        foreach (var c in field)
            writer.Write(c < ' ' ? ' ' : c);
    }
}
