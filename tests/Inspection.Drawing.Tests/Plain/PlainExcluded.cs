using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>One enterprise that was left out, and the code of the rule.</summary>
internal sealed record PlainExclusion(string Uscc, string Reason);

/// <summary>PROTOCOL.md, section 2: who was left out before the draw.</summary>
internal static class PlainExcluded
{
    private const string Header = "uscc,reason";

    public static byte[] Write(IEnumerable<PlainExclusion> rows)
    {
        var inOrder = rows.OrderBy(row => row.Uscc, TextOrder).ToList();
        RequireAscending(inOrder.Select(row => row.Uscc).ToList(), "excluded");
        foreach (var row in inOrder)
        {
            Require(PlainUscc.IsValid(row.Uscc), $"'{row.Uscc}' is no unified social credit code");
            Require(row.Reason != "", $"no reason for {row.Uscc}");
        }

        var fields = inOrder.Select(row => new[] { PlainCsv.Field(row.Uscc), PlainCsv.Field(row.Reason) });
        return PlainCsv.Write(Header, fields);
    }

    public static List<PlainExclusion> Read(byte[] file)
    {
        var rows = PlainCsv.Read(Header, file).Select(fields => new PlainExclusion(fields[0], fields[1])).ToList();
        Require(Write(rows).SequenceEqual(file), "not the file that its rows make");
        return rows;
    }

    /// <summary>excludedSeal = SHA256(drawKey ‖ 'X' ‖ the file's bytes)</summary>
    public static byte[] Seal(byte[] drawKey, byte[] file) => Sha256(drawKey, Byte('X'), file);
}
