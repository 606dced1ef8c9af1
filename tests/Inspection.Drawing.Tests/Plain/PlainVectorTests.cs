using System.Text.Json;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>The plain implementation gives what the vectors say, byte for byte, and refuses what they refuse.</summary>
public sealed class PlainVectorTests
{
    public static TheoryData<string> Draws { get; } = new(
        Directory.GetFiles(Folder, "draw-*.json").Select(file => Path.GetFileNameWithoutExtension(file)!));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "vectors");

    [Fact]
    public void The_hashes_of_an_enterprise_are_those_of_the_vectors()
    {
        var vector = Vector("hashes");
        var drawKey = FromHex(Text(vector, "drawKey"));
        var seed = PlainEntropy.Seed(
            Text(vector.GetProperty("seedFrom"), "noticeHash"), Evidence(vector.GetProperty("seedFrom")));
        Assert.Equal(Text(vector, "seed"), Hex(seed));

        foreach (var one in vector.GetProperty("cases").EnumerateArray())
        {
            var salt = PlainRoster.Salt(drawKey, Text(one, "uscc"));
            var classSeal = PlainRoster.ClassSeal(salt, Text(one, "class"));
            Assert.True(PlainUscc.IsValid(Text(one, "uscc")));
            Assert.Equal(Text(one, "salt"), Hex(salt));
            Assert.Equal(Text(one, "classSeal"), Hex(classSeal));
            Assert.Equal(Text(one, "leaf"), Hex(PlainRoster.Leaf(Text(one, "uscc"), classSeal)));
            Assert.Equal(Text(one, "ticket"), Hex(PlainSelection.Ticket(seed, salt)));
        }
    }

    [Fact]
    public void Roots_and_audit_paths_are_those_of_the_vectors()
    {
        var vector = Vector("merkle");
        var all = Digests(vector.GetProperty("leaves"));
        foreach (var one in vector.GetProperty("cases").EnumerateArray())
        {
            var leaves = all[..one.GetProperty("size").GetInt32()];
            var root = PlainMerkleTree.Root(leaves);
            Assert.Equal(Text(one, "root"), Hex(root));

            var paths = one.GetProperty("paths").EnumerateArray().Select(Digests).ToList();
            Assert.Equal(leaves.Length, paths.Count);
            for (var index = 0; index < leaves.Length; index++)
            {
                Assert.Equal(paths[index], PlainMerkleTree.Path(index, leaves));
                Assert.True(PlainMerkleTree.PathLeadsToRoot(leaves[index], index, leaves.Length, paths[index], root));
            }
        }
    }

    [Fact]
    public void A_bad_audit_path_is_refused()
    {
        foreach (var one in Vector("merkle").GetProperty("bad").EnumerateArray())
        {
            var leads = PlainMerkleTree.PathLeadsToRoot(
                FromHex(Text(one, "leaf")),
                one.GetProperty("index").GetInt64(),
                one.GetProperty("size").GetInt64(),
                Digests(one.GetProperty("path")),
                FromHex(Text(one, "root")));
            Assert.False(leads, Text(one, "desc"));
        }
    }

    [Fact]
    public void Quotas_are_those_of_the_vectors()
    {
        foreach (var one in Vector("quotas").GetProperty("cases").EnumerateArray())
        {
            var wanted = one.GetProperty("quotas").EnumerateArray()
                .ToDictionary(c => Text(c, "class"), c => c.GetProperty("quota").GetInt32());
            Assert.Equal(wanted, PlainQuotas.Of(Sampling(one.GetProperty("sampling")), FromHex(Text(one, "seed"))));
        }
    }

    [Fact]
    public void Seeds_are_those_of_the_vectors()
    {
        foreach (var one in Vector("seeds").GetProperty("cases").EnumerateArray())
        {
            Assert.Equal(Text(one, "entropyText"), PlainEntropy.Text(Evidence(one)));
            Assert.Equal(Text(one, "seed"), Hex(PlainEntropy.Seed(Text(one, "noticeHash"), Evidence(one))));
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_whole_draw_is_that_of_the_vector(string name)
    {
        var vector = Vector(name);
        var draw = new PlainDraw(Inputs(vector));

        Assert.Equal(Text(vector, "rosterCsv"), FromUtf8(draw.RosterCsv));
        Assert.Equal(Text(vector, "excludedCsv"), FromUtf8(draw.ExcludedCsv));
        Assert.Equal(Text(vector, "inspectorsCsv"), FromUtf8(draw.InspectorsCsv));
        Assert.Equal(Text(vector, "drawKey") + "\n", FromUtf8(draw.DrawKeyTxt));
        Assert.Equal(Text(vector, "noticeCanonical"), FromUtf8(draw.NoticeJson));
        Assert.Equal(Text(vector, "noticeHash"), draw.NoticeHash);
        Assert.Equal(Canonical(vector, "notice"), FromUtf8(draw.NoticeJson));
        Assert.Equal(Canonical(vector, "entropy"), FromUtf8(draw.EntropyJson));
        Assert.Equal(Canonical(vector, "record"), FromUtf8(draw.RecordJson));
        Assert.Equal(Text(vector, "recordHash"), draw.RecordHash);
        Assert.Equal(Canonical(vector, "teams"), FromUtf8(draw.TeamsJson));
        Assert.Equal(Text(vector, "teamsHash"), draw.TeamsHash);
        Assert.Equal(Canonical(vector, "public"), FromUtf8(draw.PublicJson));
        Assert.Equal(Canonical(vector, "membership"), FromUtf8(draw.MembershipJson));
        foreach (var certificate in vector.GetProperty("certificates").EnumerateArray())
            Assert.Equal(Canonical(certificate), FromUtf8(draw.Certificate(Text(certificate, "uscc"))));
    }

    [Fact]
    public void Refused_notices_are_refused()
    {
        foreach (var one in Vector("refused").GetProperty("notices").EnumerateArray())
            AssertRefused(one, () => PlainNotice.Read(Utf8(Text(one, "text"))));
    }

    [Fact]
    public void Refused_rosters_are_refused()
    {
        foreach (var one in Vector("refused").GetProperty("rosters").EnumerateArray())
            AssertRefused(one, () => PlainRoster.Read(Utf8(Text(one, "text"))));
    }

    [Fact]
    public void Refused_evidence_is_refused()
    {
        var source = PlainNotice.Read(Utf8(Text(Vector("draw-rates"), "noticeCanonical"))).Entropy;
        foreach (var one in Vector("refused").GetProperty("evidence").EnumerateArray())
            AssertRefused(one, () => PlainEntropy.Check(source, Evidence(one)));
    }

    internal static PlainInputs Inputs(JsonElement vector) => new()
    {
        DrawKey = FromHex(Text(vector, "drawKey")),
        Roster = PlainRoster.Read(Utf8(Text(vector, "rosterCsv"))),
        Excluded = PlainExcluded.Read(Utf8(Text(vector, "excludedCsv"))),
        Inspectors = PlainInspectors.Read(Utf8(Text(vector, "inspectorsCsv"))),
        Notice = PlainNotice.Read(Utf8(Text(vector, "noticeCanonical"))),
        Evidence = Evidence(vector),
    };

    private static PlainEvidence Evidence(JsonElement vector) =>
        PlainEntropy.Read(PlainCanonicalJson.Write(PlainCanonicalJson.FromElement(vector.GetProperty("entropy"))));

    private static PlainSampling Sampling(JsonElement sampling)
    {
        var total = sampling.TryGetProperty("total", out var number) ? number.GetInt32() : 0;
        var empty = new PlainSampling(Text(sampling, "mode"), [], total);
        return empty with
        {
            Classes = sampling.GetProperty("classes").EnumerateArray()
                .Select(c => new PlainClass(Text(c, "class"), Number(c, "size"), Number(c, empty.NumberKey))).ToList(),
        };
    }

    private static void AssertRefused(JsonElement one, Action reading)
    {
        var refusal = Record.Exception(reading);
        Assert.True(refusal is InvalidDataException, $"{Text(one, "desc")}: {refusal}");
    }

    private static JsonElement Vector(string name) =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));

    private static int Number(JsonElement element, string key) => element.GetProperty(key).GetInt32();

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static string Canonical(JsonElement vector, string key) => Canonical(vector.GetProperty(key));

    private static string Canonical(JsonElement element) =>
        FromUtf8(PlainCanonicalJson.Write(PlainCanonicalJson.FromElement(element)));

    private static byte[][] Digests(JsonElement digests) =>
        digests.EnumerateArray().Select(digest => FromHex(digest.GetString()!)).ToArray();
}
