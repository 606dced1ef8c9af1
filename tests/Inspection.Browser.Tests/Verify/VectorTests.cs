using System.Text;
using System.Text.Json;
using Inspection.Browser.Tests.Browser;
using Inspection.Drawing;
using Inspection.Drawing.Tests.Vectors;

namespace Inspection.Browser.Tests.Verify;

/// <summary>The shared vectors, replayed by the page's verifier in a browser.</summary>
public sealed class VectorTests(Chromium chromium, Portal.Portal portal)
{
    public static TheoryData<string> Draws => VectorFile.Draws();

    [Theory]
    [MemberData(nameof(Draws))]
    public Task The_page_verifies_the_draws_of_the_vectors_as_the_library_does(string vector) => VisitAsync(async visit =>
    {
        foreach (var input in InputsOf(VectorFile.Open(vector)))
        {
            var verifier = await BrowserVerifier.OfAsync(visit, input);
            Assert.Equal(BrowserVerifier.Summary(Verifier.Verify(input)), await verifier.SummaryAsync());
        }
    });

    [Fact]
    public Task The_page_derives_the_hashes_of_the_vectors() => EvaluateAsync("hashes.json", """
        async vector => {
          const formulas = await import('/verify/draw/formulas.js');
          const { bytesOf, hexOf, utf8 } = await import('/verify/values/bytes.js');
          return vector.cases.flatMap(wanted => {
            const salt = formulas.saltMessage(bytesOf(vector.drawKey)).put(formulas.codeInSalt, utf8(wanted.uscc)).hash().subarray(0, 16);
            const seal = formulas.classSealMessage(wanted.class).put(formulas.saltInClassSeal, salt).hash();
            const found = {
              salt: hexOf(salt),
              classSeal: hexOf(seal),
              leaf: formulas.leafOf(wanted.uscc, hexOf(seal)),
              ticket: hexOf(formulas.ticketMessage(bytesOf(vector.seed)).put(formulas.saltInTicket, salt).hash()),
            };
            return Object.keys(found).filter(key => found[key] !== wanted[key]).map(key => `${key} of ${wanted.uscc}`);
          });
        }
        """);

    [Fact]
    public Task The_page_builds_the_trees_and_walks_the_paths_of_the_vectors() => EvaluateAsync("merkle.json", """
        async vector => {
          const { buildTree } = await import('/verify/draw/merkle-tree.js');
          const { leadsToRoot } = await import('/verify/draw/audit-path.js');
          const { bytesOf, concat } = await import('/verify/values/bytes.js');
          const { Work } = await import('/verify/draw/work.js');
          const wrong = [];
          for (const { size, root, paths } of vector.cases) {
            const leaves = vector.leaves.slice(0, size);
            const tree = await buildTree(concat(...leaves.map(bytesOf)), new Work());
            if (tree.root !== root)
              wrong.push(`root of ${size}`);
            paths.forEach((path, i) => leadsToRoot(leaves[i], i, size, path, root) || wrong.push(`path ${i} of ${size}`));
          }
          vector.bad.forEach(bad => leadsToRoot(bad.leaf, bad.index, bad.size, bad.path, bad.root) && wrong.push(bad.desc));
          return wrong;
        }
        """);

    [Fact]
    public Task The_page_derives_the_seeds_of_the_vectors() => EvaluateAsync("seeds.json", """
        async vector => {
          const { entropyLines } = await import('/verify/documents/entropy.js');
          const { deriveSeed } = await import('/verify/draw/seed.js');
          return vector.cases
            .filter(c => entropyLines(c.entropy).join('\n') !== c.entropyText || deriveSeed(c.noticeHash, c.entropy) !== c.seed)
            .map(c => c.entropyText);
        }
        """);

    [Fact]
    public Task The_page_computes_the_quotas_of_the_vectors() => EvaluateAsync("quotas.json", """
        async vector => {
          const { computeQuotas } = await import('/verify/draw/quotas.js');
          return vector.cases
            .filter(c => computeQuotas(c.sampling, c.seed).join() !== c.quotas.map(q => q.quota).join())
            .map(c => c.desc);
        }
        """);

    [Fact]
    public Task The_page_refuses_what_the_vectors_refuse() => EvaluateAsync("refused.json", """
        async (vector, { notice }) => {
          const { parseNotice } = await import('/verify/documents/notice.js');
          const { parseRoster } = await import('/verify/documents/roster.js');
          const { problemFor } = await import('/verify/documents/entropy.js');
          const { Refusal } = await import('/verify/values/refusal.js');
          const { utf8 } = await import('/verify/values/bytes.js');
          const refuses = (parse, text) => {
            try {
              parse(utf8(text));
              return false;
            } catch (error) {
              if (error instanceof Refusal)
                return true;
              throw error;
            }
          };
          return [
            ...vector.notices.filter(({ text }) => !refuses(parseNotice, text)),
            ...vector.rosters.filter(({ text }) => !refuses(parseRoster, text)),
            ...vector.evidence.filter(({ entropy }) => problemFor(entropy, notice.entropy) === null),
          ].map(({ desc }) => desc);
        }
        """);

    /// <summary>What an auditor with everything at hand has, once for each certificate.</summary>
    internal static IEnumerable<VerificationInput> InputsOf(JsonElement vector)
    {
        byte[] File(string key) => Encoding.UTF8.GetBytes(vector.GetProperty(key).Canonical());
        var package = new Dictionary<string, byte[]>
        {
            [Notice.FileName] = vector.Utf8("noticeCanonical"),
            [RosterFile.Name] = vector.Utf8("rosterCsv"),
            [ExclusionList.FileName] = vector.Utf8("excludedCsv"),
            [InspectorList.FileName] = vector.Utf8("inspectorsCsv"),
            [EntropyEvidence.FileName] = File("entropy"),
            [PackageFile.DrawKeyName] = Encoding.UTF8.GetBytes(vector.Text("drawKey") + "\n"),
            [DrawRecord.FileName] = File("record"),
            [TeamRecord.FileName] = File("teams"),
        };
        return vector.GetProperty("certificates").EnumerateArray().Select(certificate => new VerificationInput
        {
            Package = package,
            PublicRecord = File("public"),
            Membership = File("membership"),
            Certificate = Encoding.UTF8.GetBytes(certificate.Canonical()),
        });
    }

    /// <summary>Runs a function on a vector, and on that by whose notice evidence is refused; it returns what it found wrong.</summary>
    private Task EvaluateAsync(string vector, string function) => VisitAsync(async visit =>
    {
        var texts = new[] { vector, "draw-rates.json" }.Select(file => VectorFile.Open(file).ToString()).ToArray();
        var wrong = await visit.Page.EvaluateAsync<string[]>($"texts => ({function})(...texts.map(text => JSON.parse(text)))", texts);
        Assert.Empty(wrong);
    });

    private Task VisitAsync(Func<Visit, Task> test) => BrowserVerifier.VisitAsync(chromium, portal, test);
}
