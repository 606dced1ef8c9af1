using Inspection.Drawing.Tests.Agreement;

namespace Inspection.Drawing.Tests.Tampering;

/// <summary>
/// What somebody with a motive would change, with every hash that can be made to fit made to fit: the check that is there
/// for it fails, says what it got and what it wanted, and the hashes do not hide it.
/// </summary>
public sealed class ForgeryTests
{
    private static readonly TamperedDraw Drawn = TamperedDraw.Of("ceremony");

    private static DrawRecord Honest => Drawn.Draw.Record;

    private static TeamRecord HonestTeams => Drawn.Draw.Teams;

    [Fact]
    public void Two_selected_that_changed_places_fail_the_selection()
    {
        var selected = Honest.Selected.ToArray();
        (selected[0], selected[1]) = (selected[1], selected[0]);
        var report = Verify(Honest with { Selected = selected }, HonestTeams);
        AssertOnlyFails(report, "selection");
        AssertGotAndWanted(report["selection"], Honest.Selected[1].Uscc, Honest.Selected[0].Uscc);
    }

    [Fact]
    public void A_selected_that_a_reserve_stands_in_for_fails_selection_and_public_list()
    {
        var reserve = Honest.Reserves[0];
        var at = Enumerable.Range(0, Honest.Selected.Count)
            .First(i => Honest.Selected[i].RiskClass == reserve.RiskClass);
        var spared = Honest.Selected[at];
        var selected = Honest.Selected.ToArray();
        selected[at] = reserve;
        var report = Verify(
            Honest with { Selected = selected, Reserves = [spared, .. Honest.Reserves.Skip(1)] }, HonestTeams);
        AssertOnlyFails(report, "selection", "public-selected");
        AssertGotAndWanted(report["selection"], reserve.Uscc, spared.Uscc);
    }

    [Fact]
    public void A_forged_list_that_public_record_and_membership_repeat_still_fails_the_selection()
    {
        var reserve = Honest.Reserves[0];
        var spared = Honest.Selected.First(lot => lot.RiskClass == reserve.RiskClass);
        Lot[] selected = [.. Honest.Selected.Except([spared]).Append(reserve).OrderBy(lot => lot.Ticket)];
        var codes = selected.Select(lot => lot.Uscc).Order().ToArray();
        var materials = Drawn.Draw.Materials;
        var tree = RosterTree.Build(materials.Roster, materials.Key);
        var record = Honest with { Selected = selected };
        var report = Verifier.Verify(Input(record, HonestTeams) with
        {
            PublicRecord = (Published(record, HonestTeams) with { Selected = codes }).ToFile(),
            Membership = Membership.Create(materials.Roster, materials.Key, tree, codes).ToFile(),
        });
        AssertOnlyFails(report, "selection");
    }

    [Fact]
    public void A_threshold_that_lets_somebody_off_fails_the_selection()
    {
        var spared = Honest.Selected[0];
        var lower = Honest.Classes
            .Select(c => c.RiskClass == spared.RiskClass ? c with { Threshold = default(Digest) } : c).ToArray();
        var record = Honest with { Classes = lower };
        var report = Verify(record, HonestTeams);
        AssertOnlyFails(report, "selection");

        var certificate = Drawn.Draw.ToCertificate(spared.Uscc) with { RecordHash = Digest.Of(record.ToFile()) };
        var own = Verifier.Verify(new VerificationInput
        {
            PublicRecord = Published(record, HonestTeams).ToFile(),
            Certificate = certificate.ToFile(),
        });
        AssertOnlyFails(own, "certificate");
        AssertGotAndWanted(own["certificate"], true, false);
    }

    [Fact]
    public void Quotas_other_than_the_notices_fail_the_quotas()
    {
        var classes = Honest.Classes.ToArray();
        classes[0] = classes[0] with { Quota = classes[0].Quota + 1 };
        var report = Verify(Honest with { Classes = classes }, HonestTeams);
        AssertOnlyFails(report, "quotas", "membership", "selection");
        AssertGotAndWanted(report["quotas"], classes[0].Quota, classes[0].Quota - 1);
    }

    [Fact]
    public void An_inspector_whom_a_substitute_replaced_fails_the_teams()
    {
        var visit = HonestTeams.Selected.First(visit => visit.Teams[0].Substitutes.Count > 0);
        var team = visit.Teams[0];
        var forged = team with { Inspectors = team.Substitutes, Substitutes = team.Inspectors };
        var report = Verify(Honest, HonestTeams with { Selected = Replaced(visit, forged) });
        AssertOnlyFails(report, "teams");
        AssertGotAndWanted(report["teams"], forged.Inspectors[0], team.Inspectors[0]);
    }

    [Fact]
    public void A_shortage_that_is_not_stated_fails_the_teams()
    {
        var visit = HonestTeams.Selected[0];
        var forged = visit.Teams[0] with { Shortage = visit.Teams[0].Shortage + 1 };
        AssertOnlyFails(Verify(Honest, HonestTeams with { Selected = Replaced(visit, forged) }), "teams");
    }

    [Fact]
    public void Classes_that_two_enterprises_exchanged_fail_the_roster_though_all_sizes_are_kept()
    {
        var rows = Rows();
        var (a, b) = (Array.FindIndex(rows, row => row.EndsWith(",A")), Array.FindIndex(rows, row => row.EndsWith(",B")));
        (rows[a], rows[b]) = (rows[a][..^1] + "B", rows[b][..^1] + "A");
        var report = Verifier.Verify(WithFile("roster.csv", string.Join('\n', rows) + "\n"));
        Assert.Equal(CheckStatus.Failed, report["roster"].Status);
        Assert.Contains($"wanted {Drawn.Draw.Notice.Terms.RosterRoot}", report["roster"].Detail);
    }

    [Fact]
    public void An_enterprise_that_was_added_or_taken_out_fails_the_roster()
    {
        var rows = Rows();
        var taken = Verifier.Verify(WithFile("roster.csv", string.Join('\n', rows[..^1]) + "\n"));
        AssertGotAndWanted(taken["roster"], rows.Length - 2, rows.Length - 1);
        var added = Verifier.Verify(
            WithFile("roster.csv", string.Join('\n', rows.Append(Codes.Numbered(999) + ",A")) + "\n"));
        AssertGotAndWanted(added["roster"], rows.Length, rows.Length - 1);
    }

    [Fact]
    public void Somebody_excluded_after_the_draw_fails_the_excluded()
    {
        var excluded = ExclusionList.Create(
            [.. Drawn.Draw.Materials.Excluded.Items, new Exclusion(Honest.Selected[0].Uscc, "closed")]);
        var report = Verifier.Verify(WithFile("excluded.csv", excluded.File.ToArray()));
        AssertOnlyFails(report, "excluded");
        AssertGotAndWanted(report["excluded"], 3, 2);
    }

    [Fact]
    public void Somebody_both_excluded_and_on_the_roster_fails_the_excluded_even_if_the_notice_says_so()
    {
        var both = Honest.Selected[0].Uscc;
        var materials = Drawn.Draw.Materials;
        var excluded = ExclusionList.Create([new Exclusion(both, "closed")]);
        var notice = new Notice(Drawn.Draw.Notice.Terms with { Excluded = excluded.Seal(materials.Key) });
        var draw = Draw.Run(notice, materials with { Excluded = excluded }, Honest.Entropy);
        var report = Verifier.Verify(new VerificationInput { Package = Packages.Files(draw.WritePackage), Chains = [] });
        AssertOnlyFails(report, "excluded");
        Assert.Contains($"{both} is excluded (closed) and on the roster", report["excluded"].Detail);
    }

    [Fact]
    public void A_recusal_that_was_taken_back_fails_inspectors_and_teams()
    {
        var inspectors = InspectorList.Create(
            Drawn.Draw.Materials.Inspectors.Items.Select(inspector => inspector with { Recused = [] }));
        var report = Verifier.Verify(WithFile("inspectors.csv", inspectors.File.ToArray()));
        Assert.Equal(CheckStatus.Failed, report["inspectors"].Status);
        Assert.Contains($"wanted {Drawn.Draw.Notice.Terms.Inspectors.Seal}", report["inspectors"].Detail);
    }

    [Fact]
    public void A_public_list_with_one_replaced_fails_list_and_membership()
    {
        var list = Drawn.Draw.ToPublic(withSelected: true).Selected!.ToArray();
        var (spared, other) = (list[0], Honest.Reserves[0].Uscc);
        list[0] = other;
        var forged = Drawn.Draw.ToPublic(withSelected: true) with { Selected = [.. list.Order()] };
        var report = Verifier.Verify(Drawn.Untouched with { PublicRecord = forged.ToFile() });
        AssertFails(report, "public-selected", "membership");
        Assert.Contains(other.ToString(), report["public-selected"].Detail);

        var own = Verifier.Verify(new VerificationInput
        {
            PublicRecord = forged.ToFile(),
            Certificate = Drawn.Draw.ToCertificate(spared).ToFile(),
        });
        AssertOnlyFails(own, "certificate");
        AssertGotAndWanted(own["certificate"], false, true);
    }

    [Fact]
    public void A_membership_with_somebody_else_fails_the_membership()
    {
        var materials = Drawn.Draw.Materials;
        var tree = RosterTree.Build(materials.Roster, materials.Key);
        var codes = Honest.Selected.Skip(1).Select(lot => lot.Uscc).Append(Honest.Reserves[0].Uscc);
        var forged = Membership.Create(materials.Roster, materials.Key, tree, codes);
        AssertFails(
            Verifier.Verify(Drawn.Untouched with { Membership = forged.ToFile() }), "membership", "public-selected");

        var fewer = Membership.Create(materials.Roster, materials.Key, tree, codes.Skip(1));
        var report = Verifier.Verify(Drawn.Untouched with { Membership = fewer.ToFile() });
        AssertGotAndWanted(report["membership"], Honest.Selected.Count - 1, Honest.Selected.Count);
    }

    [Fact]
    public void A_certificate_of_another_draw_fails_and_names_both()
    {
        var other = TamperedDraw.Of("ceremony", attempt: 2);
        var report = Verifier.Verify(Drawn.Untouched with { Certificate = other.Certificates[0] });
        AssertOnlyFails(report, "certificate");
        AssertGotAndWanted(report["certificate"], "draw-2", "draw-1");
    }

    [Fact]
    public void A_certificate_that_claims_another_class_fails()
    {
        var honest = Drawn.Draw.ToCertificate(Honest.Selected[0].Uscc);
        var other = RiskClass.Parse(honest.RiskClass.ToString() == "A" ? "B" : "A");
        var report = Verifier.Verify(Drawn.Untouched with { Certificate = (honest with { RiskClass = other }).ToFile() });
        AssertOnlyFails(report, "certificate");
        Assert.Contains("was not on the roster in this class", report["certificate"].Detail);
    }

    [Fact]
    public void An_older_notice_in_the_package_fails_notice_hash_record_head_and_seed()
    {
        var terms = Drawn.Draw.Notice.Terms;
        var older = new Notice(terms with { CommittedAt = terms.CommittedAt.AddDays(-1) });
        var report = Verifier.Verify(WithFile("notice.json", older.File.ToArray()));
        AssertFails(report, "notice-hash", "record-head", "seed");
        Assert.Contains(older.Hash.ToString(), report["record-head"].Detail);
        Assert.Contains(Drawn.Draw.Notice.Hash.ToString(), report["record-head"].Detail);
    }

    [Fact]
    public void Teams_of_another_draw_fail_the_record_head()
    {
        var other = TamperedDraw.Of("ceremony", attempt: 2).Draw.Teams;
        AssertFails(Verify(Honest, other), "record-head", "teams");
    }

    [Fact]
    public void A_stamp_after_the_randomness_or_of_another_notice_fails_committed_before()
    {
        var drawn = TamperedDraw.Of("drand");
        var input = drawn.Untouched with { Chains = [BeaconChain.Quicknet] };
        var round = BeaconChain.Quicknet.TimeOf(1000);
        var hash = drawn.Draw.Notice.Hash;
        var early = new OutsideStamp(hash, round.AddSeconds(-1), "a newspaper");
        Assert.Equal(CheckStatus.Passed, Verifier.Verify(input with { Stamp = early })["committed-before"].Status);
        AssertOnlyFails(Verifier.Verify(input with { Stamp = early with { Time = round } }), "committed-before");
        var report = Verifier.Verify(input with { Stamp = early with { NoticeHash = default } });
        AssertOnlyFails(report, "committed-before");
        AssertGotAndWanted(report["committed-before"], default(Digest), hash);
    }

    private static string[] Rows() =>
        System.Text.Encoding.UTF8.GetString(Drawn.Package["roster.csv"]).TrimEnd('\n').Split('\n');

    private static VisitTeams[] Replaced(VisitTeams visit, Team firstTeam)
    {
        var forged = visit with { Teams = [firstTeam, .. visit.Teams.Skip(1)] };
        return [.. HonestTeams.Selected.Select(one => one == visit ? forged : one)];
    }

    private static VerificationInput WithFile(string name, string text) =>
        WithFile(name, System.Text.Encoding.UTF8.GetBytes(text));

    private static VerificationInput WithFile(string name, byte[] file) =>
        Drawn.Untouched with { Package = new Dictionary<string, byte[]>(Drawn.Package) { [name] = file } };

    private static VerificationReport Verify(DrawRecord record, TeamRecord teams) => Verifier.Verify(Input(record, teams));

    /// <summary>A package of forged records and a public record whose hashes and classes are theirs.</summary>
    private static VerificationInput Input(DrawRecord record, TeamRecord teams) => Drawn.Untouched with
    {
        Package = new Dictionary<string, byte[]>(Drawn.Package)
        {
            [DrawRecord.FileName] = record.ToFile(),
            [TeamRecord.FileName] = teams.ToFile(),
        },
        PublicRecord = Published(record, teams).ToFile(),
        Certificate = null,
    };

    private static PublicRecord Published(DrawRecord record, TeamRecord teams) => Drawn.Draw.ToPublic(withSelected: true) with
    {
        Classes = record.Classes,
        RecordHash = Digest.Of(record.ToFile()),
        TeamsHash = Digest.Of(teams.ToFile()),
    };

    private static void AssertOnlyFails(VerificationReport report, params string[] checks) => Assert.Equal(
        checks, report.Checks.Where(check => check.Status == CheckStatus.Failed).Select(check => check.Name));

    private static void AssertFails(VerificationReport report, params string[] checks)
    {
        foreach (var check in checks)
            Assert.Equal((check, CheckStatus.Failed), (check, report[check].Status));
    }

    private static void AssertGotAndWanted(CheckResult check, object got, object wanted)
    {
        Assert.Equal(CheckStatus.Failed, check.Status);
        var before = check.Detail.IndexOf("got", StringComparison.Ordinal);
        var after = check.Detail.IndexOf("wanted", StringComparison.Ordinal);
        Assert.True(before >= 0 && after > before, check.Detail);
        Assert.Contains(got.ToString()!, check.Detail[before..after]);
        Assert.Contains(wanted.ToString()!, check.Detail[after..]);
    }
}
