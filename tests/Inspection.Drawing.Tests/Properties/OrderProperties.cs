using FsCheck.Xunit;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>In which order the rows of the input came is not seen in any file.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)], MaxTest = 60)]
public sealed class OrderProperties
{
    [Property]
    public void The_order_of_input_rows_changes_nothing(MadeUpDraw made, int shuffle)
    {
        var other = Counterpart.Run(Shuffled(made.Inputs, new PlainRandom(shuffle)));
        Assert.Equal(made.Draw.Notice.File, other.Notice.File);
        Assert.Equal(made.Draw.RecordFile, other.RecordFile);
        Assert.Equal(made.Draw.TeamsFile, other.TeamsFile);
        Assert.Equal(
            Packages.Archive(made.Draw.WritePackage).AsSpan(), Packages.Archive(other.WritePackage).AsSpan());
    }

    [Property]
    public void Rosters_and_lists_are_in_the_protocols_order(MadeUpDraw made)
    {
        var materials = made.Draw.Materials;
        var codes = materials.Roster.Codes.ToArray();
        Assert.Equal(
            made.Inputs.Roster.Select(row => row.Uscc).Order(StringComparer.Ordinal), codes.Select(c => c.ToString()));
        Assert.Equal(
            made.Inputs.Inspectors.Select(row => row.Id).OrderBy(id => id, PlainNotation.TextOrder),
            materials.Inspectors.Items.Select(inspector => inspector.Id));
        Assert.Equal(
            made.Inputs.Excluded.Select(row => row.Uscc).Order(StringComparer.Ordinal),
            materials.Excluded.Items.Select(item => item.Uscc.ToString()));
        for (var i = 0; i < codes.Length; i++)
            Assert.Equal(i, materials.Roster.IndexOf(codes[i]));
    }

    private static PlainInputs Shuffled(PlainInputs inputs, PlainRandom random) => inputs with
    {
        Roster = random.Shuffled(inputs.Roster),
        Excluded = random.Shuffled(inputs.Excluded),
        Inspectors =
        [
            .. random.Shuffled(inputs.Inspectors).Select(inspector => inspector with
            {
                Skills = random.Shuffled(inspector.Skills),
                Recused = random.Shuffled(inspector.Recused),
            }),
        ],
    };
}
