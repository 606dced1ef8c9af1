using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>One row of the roster.</summary>
internal sealed record PlainEnterprise(string Uscc, string RiskClass);

/// <summary>PROTOCOL.md, section 1: the roster's file and the hashes of one enterprise.</summary>
internal static class PlainRoster
{
    private const string Header = "uscc,risk_class";

    public static List<PlainEnterprise> InOrder(IEnumerable<PlainEnterprise> rows)
    {
        var roster = rows.OrderBy(row => row.Uscc, TextOrder).ToList();
        Require(roster.Count is >= 1 and <= 50_000_000, $"{roster.Count} enterprises");
        RequireAscending(roster.Select(row => row.Uscc).ToList(), "roster");
        foreach (var row in roster)
        {
            Require(PlainUscc.IsValid(row.Uscc), $"'{row.Uscc}' is no unified social credit code");
            Require(IsClass(row.RiskClass), $"'{row.RiskClass}' is no class");
        }

        return roster;
    }

    public static byte[] Write(IEnumerable<PlainEnterprise> rows) =>
        PlainCsv.Write(Header, InOrder(rows)
            .Select(row => new[] { PlainCsv.Field(row.Uscc), PlainCsv.Field(row.RiskClass) }));

    public static List<PlainEnterprise> Read(byte[] file)
    {
        var rows = PlainCsv.Read(Header, file).Select(fields => new PlainEnterprise(fields[0], fields[1])).ToList();
        Require(Write(rows).SequenceEqual(file), "not the file that its rows make");
        return rows;
    }

    public static bool IsClass(string name) => name.Length is >= 1 and <= 8 && name.All(char.IsAsciiLetterOrDigit);

    /// <summary>salt(e) = SHA256(drawKey ‖ 'S' ‖ uscc)[..16]</summary>
    public static byte[] Salt(byte[] drawKey, string uscc) => Sha256(drawKey, Byte('S'), Utf8(uscc))[..16];

    /// <summary>classSeal(e) = SHA256(salt(e) ‖ class)</summary>
    public static byte[] ClassSeal(byte[] salt, string riskClass) => Sha256(salt, Utf8(riskClass));

    /// <summary>leaf(e) = SHA256(0x00 ‖ uscc ‖ classSeal(e))</summary>
    public static byte[] Leaf(string uscc, byte[] classSeal) => Sha256([0x00], Utf8(uscc), classSeal);
}
