using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// The made-up draws are valid and odd enough, and what the plain implementation makes of them proves itself.
/// </summary>
public sealed class PlainScenarioTests
{
    private const int Count = 90;

    private static readonly Lazy<List<PlainDraw>> AllDraws = new(
        () => Enumerable.Range(0, Count).Select(seed => new PlainDraw(PlainScenario.Of(seed))).ToList());

    private static List<PlainDraw> Draws => AllDraws.Value;

    [Fact]
    public void The_same_seed_makes_the_same_draw()
    {
        var again = new PlainDraw(PlainScenario.Of(7));

        Assert.Equal(Draws[7].NoticeHash, again.NoticeHash);
        Assert.Equal(Draws[7].RecordHash, again.RecordHash);
        Assert.Equal(Draws[7].TeamsHash, again.TeamsHash);
        Assert.Equal(Count, Draws.Select(draw => draw.NoticeHash).Distinct().Count());
    }

    [Fact]
    public void Every_file_is_read_back_as_what_it_was_written_from()
    {
        foreach (var draw in Draws)
        {
            Assert.Equal(draw.NoticeJson, PlainNotice.Read(draw.NoticeJson).Write());
            Assert.Equal(draw.RosterCsv, PlainRoster.Write(PlainRoster.Read(draw.RosterCsv)));
            Assert.Equal(draw.ExcludedCsv, PlainExcluded.Write(PlainExcluded.Read(draw.ExcludedCsv)));
            Assert.Equal(draw.InspectorsCsv, PlainInspectors.Write(PlainInspectors.Read(draw.InspectorsCsv)));
            PlainEntropy.Check(draw.Notice.Entropy, PlainEntropy.Read(draw.EntropyJson));
        }
    }

    [Fact]
    public void Membership_leads_to_the_root_and_its_quotas_are_met()
    {
        foreach (var draw in Draws)
        {
            var membership = new PlainMembers(PlainCanonicalJson.Read(draw.MembershipJson));
            var proof = membership.Texts("proof").Select(FromHex).ToList();
            var leaves = membership.Objects("selected").ToDictionary(
                one => one.Small("index"), one => PlainRoster.Leaf(one.Text("uscc"), FromHex(one.Text("classSeal"))));
            var root = FromHex(draw.Notice.Roster.Hash);

            Assert.Equal(draw.Quotas.Values.Sum(), leaves.Count);
            Assert.True(PlainMembership.LeadsToRoot(draw.Lots.Count, leaves, proof, root));
            Assert.False(PlainMembership.LeadsToRoot(draw.Lots.Count, leaves, [.. proof, root], root));
            if (proof.Count > 0)
                Assert.False(PlainMembership.LeadsToRoot(draw.Lots.Count, leaves, proof[1..], root));
        }
    }

    [Fact]
    public void Every_certificate_leads_to_the_root_and_agrees_with_the_public_record()
    {
        foreach (var draw in Draws.Take(18))
        {
            var published = new PlainMembers(PlainCanonicalJson.Read(draw.PublicJson));
            var thresholds = published.Objects("classes").ToDictionary(c => c.Text("class"), c => c.Text("threshold"));
            foreach (var lot in draw.Lots)
            {
                var certificate = PlainCanonicalJson.Read(draw.Certificate(lot.Uscc));
                var members = new PlainMembers(certificate);
                var classSeal = PlainRoster.ClassSeal(FromHex(members.Text("salt")), members.Text("class"));

                Assert.True(PlainMerkleTree.PathLeadsToRoot(
                    PlainRoster.Leaf(lot.Uscc, classSeal), members.Integer("index"), draw.Lots.Count,
                    members.Texts("path").Select(FromHex), FromHex(draw.Notice.Roster.Hash)));
                Assert.Equal(
                    string.CompareOrdinal(members.Text("ticket"), thresholds[members.Text("class")]) <= 0,
                    (bool)certificate["selected"]);
                Assert.Equal(published.Texts("selected").Contains(lot.Uscc), (bool)certificate["selected"]);
            }
        }
    }

    [Fact]
    public void A_withheld_public_record_lacks_only_the_list()
    {
        foreach (var draw in Draws)
        {
            var published = PlainCanonicalJson.Read(draw.PublicJson);
            Assert.True(published.Remove("selected"));
            Assert.Equal(PlainCanonicalJson.Write(published), draw.WithheldPublicJson);
        }
    }

    [Fact]
    public void The_draws_meet_what_is_odd()
    {
        var kinds = Draws.Select(draw => (draw.Notice.Sampling.Mode, draw.Notice.Entropy.GetType()));
        Assert.Equal(9, kinds.Distinct().Count());
        AssertSome(draw => draw.Notice.Disclosure == "open");
        AssertSome(draw => draw.Notice.Attempt > 1);
        AssertSome(draw => draw.Lots.Count == 1);
        AssertSome(draw => draw.Lots.Count > 300);
        AssertSome(draw => draw.Notice.Excluded.Size > 0);
        AssertSome(draw => draw.Notice.Inspectors.Size == 0);
        AssertSome(draw => draw.Notice.Sampling.Classes.Any(c => c.Size == 0));
        AssertSome(draw => draw.Notice.Sampling.Classes.Any(c => c.Size > 0 && draw.Quotas[c.Name] == 0));
        AssertSome(draw => draw.Notice.Sampling.Classes.Any(c => c.Size > 1 && draw.Quotas[c.Name] == c.Size));
        AssertSome(draw => draw.Notice.Teams.DistinctBy(team => team.Department).Count() < draw.Notice.Teams.Count);
        AssertSome(draw => TeamsOf(draw, "selected").Any(team => team.Integer("shortage") > 0));
        AssertSome(draw => TeamsOf(draw, "reserves").Any(team => team.Texts("substitutes").Count > 0));
        AssertSome(draw => TeamsOf(draw, "selected").Any(team => !IsInOrderOfUtf16(team.Texts("inspectors"))));
        AssertSome(draw => PlainInspectors.Read(draw.InspectorsCsv).Any(one => one.Recused.Count > 0));
    }

    private static void AssertSome(Func<PlainDraw, bool> holds) => Assert.Contains(Draws, draw => holds(draw));

    private static IEnumerable<PlainMembers> TeamsOf(PlainDraw draw, string list) =>
        new PlainMembers(PlainCanonicalJson.Read(draw.TeamsJson)).Objects(list).SelectMany(one => one.Objects("teams"));

    private static bool IsInOrderOfUtf16(List<string> ids) => ids.SequenceEqual(ids.Order(StringComparer.Ordinal));
}
