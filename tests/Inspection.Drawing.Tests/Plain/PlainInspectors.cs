using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>One person who may serve, and the enterprises that this person must not inspect.</summary>
internal sealed record PlainInspector(
    string Id, string Department, IReadOnlyList<string> Skills, IReadOnlyList<string> Recused);

/// <summary>PROTOCOL.md, section 2: who may serve in the draw.</summary>
internal static class PlainInspectors
{
    private const string Header = "inspector_id,department,skills,recused";

    public static byte[] Write(IEnumerable<PlainInspector> rows)
    {
        var inOrder = rows.OrderBy(row => row.Id, TextOrder).ToList();
        RequireAscending(inOrder.Select(row => row.Id).ToList(), "inspectors");
        foreach (var row in inOrder)
        {
            Require(row.Id != "" && row.Department != "", $"inspector '{row.Id}' of '{row.Department}': one is empty");
            Require(row.Recused.All(PlainUscc.IsValid),
                $"{row.Id} is recused for what is no unified social credit code");
        }

        return PlainCsv.Write(Header, inOrder.Select(Fields));
    }

    public static List<PlainInspector> Read(byte[] file)
    {
        var rows = PlainCsv.Read(Header, file)
            .Select(fields => new PlainInspector(
                fields[0], fields[1], PlainCsv.Parts(fields[2]), PlainCsv.Parts(fields[3])))
            .ToList();
        Require(Write(rows).SequenceEqual(file), "not the file that its rows make");
        return rows;
    }

    /// <summary>inspectorSeal = SHA256(drawKey ‖ 'I' ‖ the file's bytes)</summary>
    public static byte[] Seal(byte[] drawKey, byte[] file) => Sha256(drawKey, Byte('I'), file);

    private static string[] Fields(PlainInspector row) =>
    [
        PlainCsv.Field(row.Id),
        PlainCsv.Field(row.Department),
        PlainCsv.Joined(row.Skills),
        PlainCsv.Joined(row.Recused),
    ];
}
