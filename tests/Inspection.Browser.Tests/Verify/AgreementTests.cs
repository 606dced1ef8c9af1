using Inspection.Browser.Tests.Browser;
using Inspection.Drawing;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;
using Inspection.Drawing.Tests.Tampering;

namespace Inspection.Browser.Tests.Verify;

/// <summary>
/// The page's verifier and the library's say the same of every check: of draws as odd as the protocol allows, of files with
/// one changed bit, of packages that lack a file, and of forgeries whose hashes were made to fit.
/// </summary>
public sealed class AgreementTests(Chromium chromium, Portal.Portal portal)
{
    private const int MadeUpDraws = 45;
    private const int ChangesPerFile = 40;
    private const int FewChanges = 8;

    // Where the beacon's signature, its round and its chain stand.
    private static readonly string[] FilesOfTheBeacon = [Notice.FileName, EntropyEvidence.FileName, PublicRecord.FileName];

    public static TheoryData<string> Names { get; } = [.. TamperedDraw.Names];

    [Fact]
    public Task They_agree_on_made_up_draws() => VisitAsync(async visit =>
    {
        for (var seed = 0; seed < MadeUpDraws; seed++)
        {
            var draw = Counterpart.Run(PlainScenario.Of(seed));
            await AssertAgreeAsync(visit, Everything(draw), $"PlainScenario.Of({seed})");
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public Task They_agree_on_every_changed_bit(string name) => VisitAsync(async visit =>
    {
        var drawn = TamperedDraw.Of(name);
        var input = drawn.Untouched with { Chains = [BeaconChain.Quicknet] };
        var files = BrowserVerifier.FilesOf(input);
        // A pairing is long work, and every other file is read alike under the other kinds of randomness.
        var changes = files.SelectMany(file => ChangesOf(
            file.Key, file.Value.Length, name == "drand" && !FilesOfTheBeacon.Contains(file.Key) ? FewChanges : ChangesPerFile)).ToArray();
        var verifier = await BrowserVerifier.OfAsync(visit, files);

        var found = await verifier.SummariesAsync(changes);

        foreach (var (change, summary) in changes.Zip(found))
            Assert.Equal((change, BrowserVerifier.Summary(Verifier.Verify(Changed(input, change)))), (change, summary));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public Task They_agree_where_something_is_missing(string name) => VisitAsync(async visit =>
    {
        var drawn = TamperedDraw.Of(name);
        var all = drawn.Untouched with { Chains = [BeaconChain.Quicknet] };
        var nothing = new Dictionary<string, byte[]>();
        foreach (var file in drawn.Package.Keys)
            await AssertAgreeAsync(visit, all with { Package = drawn.Package.Where(each => each.Key != file).ToDictionary() }, file);
        await AssertAgreeAsync(visit, all with { PublicRecord = null }, "no public record");
        await AssertAgreeAsync(visit, all with { Package = nothing }, "no package");
        await AssertAgreeAsync(visit, all with { Package = nothing, Membership = null }, "a certificate");
        await AssertAgreeAsync(visit, new VerificationInput { Membership = all.Membership }, "a membership alone");
        await AssertAgreeAsync(visit, new VerificationInput { Certificate = all.Certificate }, "a certificate alone");
        var withheld = drawn.Draw.ToPublic(withSelected: false).ToFile();
        await AssertAgreeAsync(visit, all with { PublicRecord = withheld, Membership = null }, "a withheld list");
        await AssertAgreeAsync(visit, all with { PublicRecord = withheld }, "a withheld list with its membership");
    });

    [Fact]
    public Task They_agree_on_forgeries() => VisitAsync(async visit =>
    {
        var drawn = TamperedDraw.Of("ceremony");
        foreach (var (what, forged) in Forgeries(drawn))
        {
            Assert.False(Verifier.Verify(forged).NothingFailed, what);
            await AssertAgreeAsync(visit, forged, what);
        }
    });

    [Fact]
    public Task A_changed_bit_of_an_archive_never_changes_a_file_unseen() => VisitAsync(async visit =>
    {
        var drawn = TamperedDraw.Of("none");
        var archive = Packages.Archive(drawn.Draw.WritePackage);
        var verifier = await BrowserVerifier.OfAsync(visit, new Dictionary<string, byte[]> { ["package.zip"] = archive });
        var changes = Enumerable.Range(0, archive.Length).Select(static at => new BitChange("package.zip", at, at % 8)).ToArray();
        var honest = drawn.Package.Select(static file => $"{file.Key} {Convert.ToHexStringLower(file.Value)}").ToArray();

        var contents = await verifier.ContentsAsync("package.zip", changes);

        Assert.All(contents, (found, i) => Assert.True(found is ["refused"] || found.SequenceEqual(honest), $"{changes[i]}"));
        Assert.Contains(contents, static found => found is ["refused"]);
    });

    [Fact]
    public Task An_archive_as_the_library_writes_it_is_read() => VisitAsync(async visit =>
    {
        foreach (var name in TamperedDraw.Names)
        {
            var drawn = TamperedDraw.Of(name);
            var files = new Dictionary<string, byte[]>
            {
                ["package.zip"] = Packages.Archive(drawn.Draw.WritePackage),
                ["public.json"] = drawn.PublicRecord,
            };
            var input = new VerificationInput { Package = drawn.Package, PublicRecord = drawn.PublicRecord };
            var verifier = await BrowserVerifier.OfAsync(visit, files);
            Assert.Equal(BrowserVerifier.Summary(Verifier.Verify(input)), await verifier.SummaryAsync());
        }
    });

    /// <summary>What somebody with a motive would change, with the hashes that can be made to fit made to fit.</summary>
    private static IEnumerable<(string What, VerificationInput Input)> Forgeries(TamperedDraw drawn)
    {
        var (record, teams) = (drawn.Draw.Record, drawn.Draw.Teams);
        var reserve = record.Reserves[0];
        var spared = record.Selected.First(lot => lot.RiskClass == reserve.RiskClass);
        var swapped = record.Selected.ToArray();
        (swapped[0], swapped[1]) = (swapped[1], swapped[0]);
        yield return ("two changed places", Forged(record with { Selected = swapped }, teams));

        Lot[] replaced = [.. record.Selected.Except([spared]).Append(reserve).OrderBy(static lot => lot.Ticket)];
        yield return ("a reserve stands in", Forged(record with { Selected = replaced }, teams));

        var lower = record.Classes.Select(c => c.RiskClass == spared.RiskClass ? c with { Threshold = default(Digest) } : c);
        yield return ("a threshold lets somebody off", Forged(record with { Classes = [.. lower] }, teams));

        var more = record.Classes.Select((c, i) => i == 0 ? c with { Quota = c.Quota + 1 } : c);
        yield return ("another quota", Forged(record with { Classes = [.. more] }, teams));

        var visit = teams.Selected.First(static visit => visit.Teams[0].Substitutes.Count > 0);
        var team = visit.Teams[0];
        VisitTeams With(Team other) => visit with { Teams = [other, .. visit.Teams.Skip(1)] };
        IReadOnlyList<VisitTeams> Replace(Team other) => [.. teams.Selected.Select(one => one == visit ? With(other) : one)];
        var served = team with { Inspectors = team.Substitutes, Substitutes = team.Inspectors };
        yield return ("a substitute serves", Forged(record, teams with { Selected = Replace(served) }));
        var shorter = team with { Shortage = team.Shortage + 1 };
        yield return ("a shortage is not stated", Forged(record, teams with { Selected = Replace(shorter) }));

        var other = TamperedDraw.Of("ceremony", attempt: 2);
        yield return ("teams of another draw", Forged(record, other.Draw.Teams));
        yield return ("a certificate of another draw", drawn.Untouched with { Certificate = other.Certificates[0] });

        var claimed = RiskClass.Parse(spared.RiskClass.ToString() == "A" ? "B" : "A");
        var certificate = drawn.Draw.ToCertificate(spared.Uscc) with { RiskClass = claimed };
        yield return ("another class is claimed", drawn.Untouched with { Certificate = certificate.ToFile() });

        var published = drawn.Draw.ToPublic(withSelected: true);
        var list = published.Selected!.Except([spared.Uscc]).Append(reserve.Uscc).Order().ToArray();
        yield return ("another public list", drawn.Untouched with { PublicRecord = (published with { Selected = list }).ToFile() });

        VerificationInput Forged(DrawRecord forged, TeamRecord forgedTeams) => drawn.Untouched with
        {
            Package = new Dictionary<string, byte[]>(drawn.Package)
            {
                [DrawRecord.FileName] = forged.ToFile(),
                [TeamRecord.FileName] = forgedTeams.ToFile(),
            },
            PublicRecord = (drawn.Draw.ToPublic(withSelected: true) with
            {
                Classes = forged.Classes,
                RecordHash = Digest.Of(forged.ToFile()),
                TeamsHash = Digest.Of(forgedTeams.ToFile()),
            }).ToFile(),
        };
    }

    private static async Task AssertAgreeAsync(Visit visit, VerificationInput input, string what)
    {
        var verifier = await BrowserVerifier.OfAsync(visit, input);
        var report = await verifier.ReportAsync();
        Assert.Equal((what, BrowserVerifier.Summary(Verifier.Verify(input))), (what, BrowserVerifier.Summary(report)));
        Assert.All(report, check => Assert.True(check.Detail.Length > 0 && check.Chinese.Length > 0, $"{what}: {check.Name} says nothing"));
    }

    private static VerificationInput Everything(Draw draw) => new()
    {
        Package = Packages.Files(draw.WritePackage),
        PublicRecord = draw.ToPublic(withSelected: true).ToFile(),
        Membership = draw.ToMembership().ToFile(),
        Certificate = draw.ToCertificate(draw.Materials.Roster[0].Uscc).ToFile(),
    };

    /// <summary>Bits all over a file, each byte's another one.</summary>
    private static IEnumerable<BitChange> ChangesOf(string file, int length, int count)
    {
        var step = Math.Max(1, length / count);
        for (var (at, i) = (0, 0); at < length; at += step, i++)
            yield return new BitChange(file, at, i % 8);
    }

    private static VerificationInput Changed(VerificationInput input, BitChange change)
    {
        byte[] Flipped(byte[] file)
        {
            var changed = (byte[])file.Clone();
            changed[change.At] ^= (byte)(1 << change.Bit);
            return changed;
        }

        return change.File switch
        {
            PublicRecord.FileName => input with { PublicRecord = Flipped(input.PublicRecord!) },
            Membership.FileName => input with { Membership = Flipped(input.Membership!) },
            "certificate.json" => input with { Certificate = Flipped(input.Certificate!) },
            var name => input with
            {
                Package = new Dictionary<string, byte[]>(input.Package) { [name] = Flipped(input.Package[name]) },
            },
        };
    }

    private Task VisitAsync(Func<Visit, Task> test) => BrowserVerifier.VisitAsync(chromium, portal, test);
}
