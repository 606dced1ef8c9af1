using System.Text;
using System.Text.Json;

namespace Inspection.Drawing.Tests.Vectors;

/// <summary>The vectors of single rules: hashes, tree, seed, quotas, and bytes that must be refused.</summary>
public sealed class RuleVectorTests
{
    [Fact]
    public void Hashes_of_each_enterprise()
    {
        var vector = VectorFile.Open("hashes.json");
        var key = new DrawKey(Convert.FromHexString(vector.Text("drawKey")));
        var seed = Digest.Parse(vector.Text("seed"));
        Assert.Equal(seed, Seed.Derive(Digest.Parse(vector.GetProperty("seedFrom").Text("noticeHash")), new NoEntropy()));
        foreach (var c in vector.GetProperty("cases").EnumerateArray())
        {
            var uscc = UnifiedSocialCreditCode.Parse(c.Text("uscc"));
            var salt = Formulas.Salt(key, uscc);
            var classSeal = Formulas.ClassSeal(salt, RiskClass.Parse(c.Text("class")));
            Assert.Equal(c.Text("salt"), salt.ToString());
            Assert.Equal(c.Text("classSeal"), classSeal.ToString());
            Assert.Equal(c.Text("leaf"), Formulas.Leaf(uscc, classSeal).ToString());
            Assert.Equal(c.Text("ticket"), Formulas.Ticket(seed, salt).ToString());
        }
    }

    [Fact]
    public void Roots_and_audit_paths()
    {
        var vector = VectorFile.Open("merkle.json");
        var leaves = vector.GetProperty("leaves").EnumerateArray().Select(l => Digest.Parse(l.GetString())).ToArray();
        foreach (var c in vector.GetProperty("cases").EnumerateArray())
        {
            var size = c.GetProperty("size").GetInt32();
            var tree = MerkleTree.Build(leaves[..size]);
            Assert.Equal(c.Text("root"), tree.Root.ToString());
            var paths = c.GetProperty("paths").EnumerateArray().ToArray();
            for (var i = 0; i < size; i++)
            {
                Assert.Equal(paths[i].EnumerateArray().Select(p => p.GetString()), tree.AuditPath(i).Select(p => p.ToString()));
                Assert.True(AuditPath.LeadsToRoot(leaves[i], i, size, tree.AuditPath(i), tree.Root));
            }
        }
    }

    [Fact]
    public void Bad_audit_paths_are_refused()
    {
        foreach (var bad in VectorFile.Open("merkle.json").GetProperty("bad").EnumerateArray())
        {
            var path = bad.GetProperty("path").EnumerateArray().Select(p => Digest.Parse(p.GetString())).ToArray();
            Assert.False(
                AuditPath.LeadsToRoot(
                    Digest.Parse(bad.Text("leaf")), bad.GetProperty("index").GetInt64(), bad.GetProperty("size").GetInt64(),
                    path, Digest.Parse(bad.Text("root"))),
                bad.Text("desc"));
        }
    }

    [Fact]
    public void Seeds()
    {
        foreach (var c in VectorFile.Open("seeds.json").GetProperty("cases").EnumerateArray())
        {
            var evidence = Evidence(c.GetProperty("entropy"));
            Assert.Equal(c.Text("entropyText"), evidence.EntropyText);
            Assert.Equal(c.Text("seed"), Seed.Derive(Digest.Parse(c.Text("noticeHash")), evidence).ToString());
        }
    }

    [Fact]
    public void Quotas_of_every_mode()
    {
        foreach (var c in VectorFile.Open("quotas.json").GetProperty("cases").EnumerateArray())
        {
            var sampling = SamplingOf(c.GetProperty("sampling"));
            var wanted = c.GetProperty("quotas").EnumerateArray().Select(q => q.GetProperty("quota").GetInt32());
            Assert.Equal(wanted, Quotas.Compute(sampling, Digest.Parse(c.Text("seed"))));
        }
    }

    public static TheoryData<string, string> RefusedNotices => Refused("notices");

    public static TheoryData<string, string> RefusedRosters => Refused("rosters");

    [Theory]
    [MemberData(nameof(RefusedNotices))]
    public void Refused_notices_name_what_is_wrong(string desc, string text)
    {
        var error = Assert.Throws<ProtocolException>(() => Notice.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(
            desc switch
            {
                "a space" => "white space",
                "keys out of order" or "a key missing" or "a key unknown" or "a key twice" => "a key",
                "an escaped Chinese character" => "escaped",
                "a final line end" => "follow the document's end",
                "upper-case hex" => "lower-case hex",
                "a rate over 10000" => "10000",
                "sizes that do not sum" => "sum",
                "classes out of order" => "ascend",
                "an integer as a fraction" => "integer",
                "attempt 0" => "attempt",
                "a time without its zone" => "committedAt",
                "a day that does not exist" => "day",
                "a control character" => "U+",
                "no team" => "teams",
                "another protocol" => "protocol",
                _ => throw new ArgumentException($"say what the message for '{desc}' must name"),
            },
            error.Message);
    }

    [Theory]
    [MemberData(nameof(RefusedRosters))]
    public void Refused_rosters_name_what_is_wrong(string desc, string text)
    {
        var error = Assert.Throws<ProtocolException>(() => RosterFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Contains(
            desc switch
            {
                "a BOM" or "CRLF" or "another header" => "header",
                "no final line end" => "line feed",
                "an empty line" => "empty",
                "a row twice" or "rows out of order" => "ascend",
                "a wrong check character" => "check character",
                "lower case" => "cannot stand",
                "a quoted field" => "holds '\"'",
                "no rows" => "no rows",
                "a third column" => "2 fields",
                "an empty class" => "not a risk class",
                _ => throw new ArgumentException($"say what the message for '{desc}' must name"),
            },
            error.Message);
    }

    [Fact]
    public void Refused_evidence_names_what_is_wrong()
    {
        var plan = Notice.Parse(VectorFile.Open("draw-rates.json").Utf8("noticeCanonical")).Terms.Entropy;
        foreach (var c in VectorFile.Open("refused.json").GetProperty("evidence").EnumerateArray())
        {
            var problem = Evidence(c.GetProperty("entropy")).ProblemFor(plan);
            Assert.Contains(c.Text("desc") switch
            {
                "another kind" => "kind",
                "a witness missing" or "witnesses swapped" => "in this order",
                "a digit too many" or "full-width digits" => "exactly 5",
                var desc => throw new ArgumentException($"say what the message for '{desc}' must name"),
            }, problem);
        }
    }

    private static TheoryData<string, string> Refused(string list)
    {
        var data = new TheoryData<string, string>();
        foreach (var c in VectorFile.Open("refused.json").GetProperty(list).EnumerateArray())
            data.Add(c.Text("desc"), c.Text("text"));
        return data;
    }

    private static EntropyEvidence Evidence(JsonElement entropy) =>
        EntropyEvidence.Parse(Encoding.UTF8.GetBytes(entropy.Canonical()));

    private static Sampling SamplingOf(JsonElement sampling)
    {
        var classes = sampling.GetProperty("classes").EnumerateArray();
        RiskClass Class(JsonElement c) => RiskClass.Parse(c.Text("class"));
        int Int(JsonElement c, string key) => c.GetProperty(key).GetInt32();
        return sampling.Text("mode") switch
        {
            "rates" => new RateSampling([.. classes.Select(c => new ClassRate(Class(c), Int(c, "size"), new BasisPoints(Int(c, "rateBp"))))]),
            "weights" => new WeightSampling(sampling.GetProperty("total").GetInt64(),
                [.. classes.Select(c => new ClassWeight(Class(c), Int(c, "size"), Int(c, "weight")))]),
            _ => new QuotaSampling([.. classes.Select(c => new ClassQuota(Class(c), Int(c, "size"), Int(c, "quota")))]),
        };
    }
}
