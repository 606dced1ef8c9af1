using System.Text;
using Inspection.Drawing;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Pages;

/// <summary>
/// A draw small enough to follow with a pencil: one of the protocol's test vectors, drawn anew by the library that draws in
/// earnest, so that every number shown is a real one.
/// </summary>
internal sealed class WorkedExample
{
    private const string Vector = "Inspection.App.Pages.WorkedExample.json";

    /// <summary>The class that is shown whole.</summary>
    private static readonly RiskClass ShownClass = RiskClass.Parse("B");

    private static readonly Lazy<WorkedExample> Computed = new(static () => new WorkedExample());

    private WorkedExample()
    {
        var vector = Read();
        var materials = new DrawMaterials(
            DrawKey.ReadText(Encoding.ASCII.GetBytes((string)vector["drawKey"]! + "\n")),
            RosterFile.Read(new MemoryStream(Bytes(vector["rosterCsv"]))),
            ExclusionList.Parse(Bytes(vector["excludedCsv"])),
            InspectorList.Parse(Bytes(vector["inspectorsCsv"])));
        Evidence = new CeremonyEntropy([.. vector["entropy"]!["contributions"]!
            .Select(static given => new Contribution((string)given["witness"]!, (string)given["value"]!))]);
        Key = (string)vector["drawKey"]!;
        Draw = Draw.Run(Notice.Parse(Bytes(vector["noticeCanonical"])), materials, Evidence);
        Roster = [.. Enumerable.Range(0, materials.Roster.Size).Select(i => materials.Roster[i])];
        Lots = [.. Roster.Where(static row => row.RiskClass == ShownClass).Select(row => Draw.ToCertificate(row.Uscc))
            .OrderBy(static lot => lot.Ticket)];
    }

    /// <summary>The example, computed when it is first looked at.</summary>
    public static WorkedExample Instance => Computed.Value;

    public Draw Draw { get; }

    /// <summary>The draw key, which nobody outside would know of a draw in earnest.</summary>
    public string Key { get; }

    public CeremonyEntropy Evidence { get; }

    public IReadOnlyList<RosterEntry> Roster { get; }

    /// <summary>Every enterprise of the shown class with its salt and ticket, smallest ticket first.</summary>
    public IReadOnlyList<Certificate> Lots { get; }

    public int Quota => Draw.Record.Classes.Single(static c => c.RiskClass == ShownClass).Quota;

    /// <summary>What the text of the randomness looks like on a command line.</summary>
    public string EntropyOnCommandLine => Evidence.EntropyText.Replace("\n", "\\n", StringComparison.Ordinal);

    private static byte[] Bytes(JToken? text) => Encoding.UTF8.GetBytes((string)text!);

    private static JObject Read()
    {
        using var resource = typeof(WorkedExample).Assembly.GetManifestResourceStream(Vector)!;
        using var reader = new StreamReader(resource);
        return JObject.Parse(reader.ReadToEnd());
    }
}
