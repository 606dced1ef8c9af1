using System.Text;
using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>
/// Names and addresses of the roster as they were at the commitment, so that the lists of the drawn can name them later.
/// No hash covers them; the draw is decided by codes and classes alone.
/// </summary>
internal sealed class RegistryCopy : IDisposable
{
    private static readonly string[] Columns = ["uscc", "name", "district", "industry", "address"];
    private readonly StreamWriter writer;

    public RegistryCopy(Stream stream)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
        writer.Write(SpreadsheetCsv.Line(Columns));
        writer.Write('\n');
    }

    public void Add(EnterpriseRow row)
    {
        writer.Write(SpreadsheetCsv.Line([row.Uscc.ToString(), row.Name, row.District, row.Industry, row.Address]));
        writer.Write('\n');
    }

    public void Dispose() => writer.Dispose();

    /// <summary>The rows of some enterprises.</summary>
    public static Dictionary<UnifiedSocialCreditCode, EnterpriseRow> Find(
        string path, IEnumerable<UnifiedSocialCreditCode> wanted)
    {
        var codes = wanted.ToHashSet();
        var options = new EnterpriseReadOptions { KeepUnclassified = true };
        return EnterpriseFile.Read(path, options, static _ => { })
            .Where(row => codes.Contains(row.Uscc))
            .ToDictionary(static row => row.Uscc);
    }
}
