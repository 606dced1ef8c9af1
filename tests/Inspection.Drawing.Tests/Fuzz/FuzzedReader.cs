using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Fuzz;

/// <summary>A reader of the library, files that it reads, and how what it has read is written back.</summary>
internal sealed record FuzzedReader(string Name, Func<byte[], byte[]> ReadAndWrite, byte[][] Valid)
{
    // What a person can still read.
    private const int LongestMessage = 1000;

    /// <summary>Draws of all modes and kinds of entropy, short enough to be read thousands of times.</summary>
    public static IReadOnlyList<Draw> Draws { get; } =
        [.. new[] { 3, 7, 2 }.Select(seed => Counterpart.Run(Small(PlainScenario.Of(seed))))];

    public static IReadOnlyDictionary<string, FuzzedReader> All { get; } = new FuzzedReader[]
    {
        new("notice", static file => Notice.Parse(file).File.ToArray(), [.. Draws.Select(d => d.Notice.File.ToArray())]),
        new("roster", ReadAndWriteRoster, [.. Draws.Select(d => Written(d.Materials.Roster))]),
        new("excluded", static file => ExclusionList.Create(ExclusionList.Parse(file).Items).File.ToArray(),
            [.. Draws.Select(d => d.Materials.Excluded.File.ToArray())]),
        new("inspectors", static file => InspectorList.Create(InspectorList.Parse(file).Items).File.ToArray(),
            [.. Draws.Select(d => d.Materials.Inspectors.File.ToArray())]),
        new("entropy", static file => EntropyEvidence.Parse(file).ToFile(),
            [.. Draws.Select(d => d.Record.Entropy.ToFile())]),
        new("record", static file => DrawRecord.Parse(file).ToFile(), [.. Draws.Select(d => d.RecordFile.ToArray())]),
        new("teams", static file => TeamRecord.Parse(file).ToFile(), [.. Draws.Select(d => d.TeamsFile.ToArray())]),
        new("public record", static file => PublicRecord.Parse(file).ToFile(),
            [.. Draws.Select((d, i) => d.ToPublic(withSelected: i % 2 == 0).ToFile())]),
        new("membership", static file => Membership.Parse(file).ToFile(), [.. Draws.Select(d => d.ToMembership().ToFile())]),
        new("certificate", static file => Certificate.Parse(file).ToFile(),
            [.. Draws.Select(d => d.ToCertificate(d.Record.Selected[0].Uscc).ToFile())]),
        new("draw key", static file => DrawKey.ReadText(file).ToText(), [.. Draws.Select(d => d.Materials.Key.ToText())]),
    }.ToDictionary(reader => reader.Name);

    /// <summary>
    /// Reads a file that may be anything. A refusal with a readable message is fine; any other exception is not, nor is
    /// accepting a file that is not the one that its content makes.
    /// </summary>
    /// <returns>Whether the file was accepted.</returns>
    public bool Try(byte[] file)
    {
        byte[] written;
        try
        {
            written = ReadAndWrite(file);
        }
        catch (ProtocolException e)
        {
            Assert.InRange(e.Message.Length, 10, LongestMessage);
            return false;
        }

        Assert.True(file.AsSpan().SequenceEqual(written), $"the {Name} was read from bytes that it does not write");
        return true;
    }

    private static byte[] ReadAndWriteRoster(byte[] file) => Written(RosterFile.Read(new MemoryStream(file)));

    private static byte[] Written(Roster roster)
    {
        using var stream = new MemoryStream();
        RosterFile.Write(roster, stream);
        return stream.ToArray();
    }

    /// <summary>The draw with few rows of everything, and with a rule that still draws somebody.</summary>
    private static PlainInputs Small(PlainInputs inputs)
    {
        var sampling = inputs.Notice.Sampling;
        var roster = inputs.Roster.Take(12).ToList();
        var number = sampling.Mode switch { "rates" => 5000, "weights" => 3, _ => 1 };
        var classes = sampling.Classes.Where(c => roster.Any(row => row.RiskClass == c.Name));
        return inputs with
        {
            Roster = roster,
            Excluded = [.. inputs.Excluded.Take(5)],
            Inspectors = [.. inputs.Inspectors.Take(6).Select(one => one with { Recused = [.. one.Recused.Take(3)] })],
            Notice = inputs.Notice with
            {
                Sampling = new(sampling.Mode, [.. classes.Select(c => c with { Number = number })], 3),
                Reserve = 1,
                Teams = [.. inputs.Notice.Teams.Take(2)],
            },
        };
    }
}
