using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Agreement;

/// <summary>The library and the plain implementation make the same files of the same made-up draws.</summary>
public sealed class DrawAgreementTests
{
    private const int DrawsOfEachKind = 40;

    // Any nine seeds in a row meet every mode with every kind of entropy, always in this order.
    private static readonly string[] Modes = ["rates", "weights", "quotas"];
    private static readonly string[] Kinds = ["none", "ceremony", "drand"];

    public static TheoryData<string, string> ModesAndKinds { get; } = new(
        from kind in Kinds from mode in Modes select (mode, kind));

    [Theory]
    [MemberData(nameof(ModesAndKinds))]
    public void Every_file_is_the_same_byte_for_byte(string mode, string kind)
    {
        var first = Array.IndexOf(Modes, mode) + (3 * Array.IndexOf(Kinds, kind));
        for (var i = 0; i < DrawsOfEachKind; i++)
        {
            // The seeds below 90 are those that the plain implementation is tested on alone.
            var seed = 90 + (9 * i) + first;
            var inputs = PlainScenario.Of(seed);
            var plain = new PlainDraw(inputs);
            var draw = Counterpart.Run(inputs);
            Assert.Equal((mode, kind), (draw.Notice.Terms.Sampling.Mode, draw.Notice.Terms.Entropy.Kind));
            AssertSameFiles(seed, plain, draw);
            AssertSameCertificates(seed, plain, draw);
        }
    }

    private static void AssertSameFiles(int seed, PlainDraw plain, Draw draw)
    {
        var wanted = PackageOf(plain);
        AssertSame(seed, wanted, Packages.Files(draw.WritePackage));
        if (draw.Notice.Terms.Disclosure == Disclosure.Open)
        {
            foreach (var name in new[] { ExclusionList.FileName, InspectorList.FileName, TeamRecord.FileName })
                wanted.Remove(name);
            AssertSame(seed, wanted, Packages.Files(draw.WriteOpenPackage));
        }

        AssertSame(seed, "public.json", plain.PublicJson, draw.ToPublic(withSelected: true).ToFile());
        AssertSame(seed, "public.json, withheld", plain.WithheldPublicJson, draw.ToPublic(withSelected: false).ToFile());
        AssertSame(seed, "membership.json", plain.MembershipJson, draw.ToMembership().ToFile());
        Assert.Equal(plain.NoticeHash, draw.Notice.Hash.ToString());
    }

    private static Dictionary<string, byte[]> PackageOf(PlainDraw plain) => new()
    {
        ["notice.json"] = plain.NoticeJson,
        ["roster.csv"] = plain.RosterCsv,
        ["excluded.csv"] = plain.ExcludedCsv,
        ["inspectors.csv"] = plain.InspectorsCsv,
        ["entropy.json"] = plain.EntropyJson,
        ["draw-key.txt"] = plain.DrawKeyTxt,
        ["record.json"] = plain.RecordJson,
        ["teams.json"] = plain.TeamsJson,
    };

    /// <summary>Of somebody drawn, somebody in reserve and somebody neither, where there are such.</summary>
    private static void AssertSameCertificates(int seed, PlainDraw plain, Draw draw)
    {
        var selected = draw.Record.Selected.Select(lot => lot.Uscc.ToString()).ToArray();
        var reserves = draw.Record.Reserves.Select(lot => lot.Uscc.ToString()).ToArray();
        var others = plain.Lots.Select(lot => lot.Uscc).Except(selected).Except(reserves);
        foreach (var uscc in selected.Take(1).Concat(reserves.TakeLast(1)).Concat(others.Take(1)))
        {
            var certificate = draw.ToCertificate(Counterpart.Uscc(uscc)).ToFile();
            AssertSame(seed, $"certificate of {uscc}", plain.Certificate(uscc), certificate);
        }
    }

    private static void AssertSame(
        int seed, Dictionary<string, byte[]> wanted, IReadOnlyDictionary<string, byte[]> found)
    {
        Assert.Equal(wanted.Keys.Order(), found.Keys.Order());
        foreach (var (name, file) in wanted)
            AssertSame(seed, name, file, found[name]);
    }

    private static void AssertSame(int seed, string name, byte[] wanted, byte[] found) =>
        Assert.True(wanted.AsSpan().SequenceEqual(found), $"seed {seed}: {name} differs");
}
