namespace Inspection.Drawing.Tests.Tampering;

/// <summary>
/// One changed bit anywhere in any file fails the check that is there for it. Of short files every bit is changed, of
/// longer ones a bit of every byte, of the longest a bit of every n-th byte; which bit goes round from change to change.
/// </summary>
public sealed class BitFlipTests
{
    private const int ShortFile = 70;
    private const int LongFile = 160;

    public static TheoryData<string> Draws { get; } = [.. TamperedDraw.Names];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Nothing_fails_where_nothing_is_changed(string draw)
    {
        var drawn = TamperedDraw.Of(draw);
        foreach (var certificate in drawn.Certificates)
        {
            var input = drawn.Untouched with { Certificate = certificate, Chains = [BeaconChain.Quicknet] };
            var report = Verifier.Verify(input);
            Assert.True(report.NothingFailed, Failures(report));
            Assert.Equal(draw == "drand" ? CheckStatus.Passed : CheckStatus.NotPossible, report["beacon"].Status);
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_changed_bit_in_a_file_of_the_package_fails_its_check(string draw)
    {
        var drawn = TamperedDraw.Of(draw);
        foreach (var (name, file) in drawn.Package)
        {
            ForEachChange(file, changed => AssertFails(
                drawn.Untouched with { Package = With(drawn, name, changed) }, name, RightChecks(name)));
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_changed_bit_in_the_package_is_found_without_the_public_record(string draw)
    {
        var drawn = TamperedDraw.Of(draw);
        foreach (var (name, file) in drawn.Package)
        {
            ForEachChange(file, changed => AssertFails(
                new VerificationInput { Package = With(drawn, name, changed), Chains = [] },
                name, RightChecksOfThePackageAlone(name)));
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_changed_bit_in_the_public_record_fails_the_check_of_its_key(string draw)
    {
        var drawn = TamperedDraw.Of(draw);
        ForEachChange(drawn.PublicRecord, changed => AssertFails(
            drawn.Untouched with { PublicRecord = changed }, "public.json", RightChecksOfPublic(drawn, changed)));
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_changed_bit_in_the_membership_fails_its_check(string draw)
    {
        var drawn = TamperedDraw.Of(draw);
        ForEachChange(drawn.Membership, changed =>
        {
            AssertFails(drawn.Untouched with { Membership = changed }, "membership.json", ["membership"]);
            AssertFails(
                new VerificationInput { PublicRecord = drawn.PublicRecord, Membership = changed, Chains = [] },
                "membership.json without a package", ["membership"]);
        });
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_changed_bit_in_a_certificate_fails_its_check(string draw)
    {
        var drawn = TamperedDraw.Of(draw);
        foreach (var certificate in drawn.Certificates)
        {
            ForEachChange(certificate, changed => AssertFails(
                new VerificationInput { PublicRecord = drawn.PublicRecord, Certificate = changed, Chains = [] },
                "certificate", ["certificate"]));
        }
    }

    [Fact]
    public void A_changed_bit_of_a_beacons_signature_fails_the_beacon_even_where_the_randomness_is_made_to_fit()
    {
        var drawn = TamperedDraw.Of("drand");
        var plan = (DrandPlan)drawn.Draw.Notice.Terms.Entropy;
        var signature = Convert.FromHexString(QuicknetRounds.Signature1000);
        for (var at = 0; at < signature.Length; at += 5)
        {
            var forged = DrandEntropy.FromSignature(plan, Convert.ToHexStringLower(Changed(signature, at, at % 8)));
            var input = drawn.Untouched with
            {
                Package = With(drawn, "entropy.json", forged.ToFile()),
                Chains = [BeaconChain.Quicknet],
            };
            AssertFails(input, "entropy.json", ["beacon"]);
            AssertFails(input, "entropy.json", ["entropy"]);
        }
    }

    /// <summary>With the public record at hand, where it fixes a file by hash, that is what catches a change.</summary>
    private static string[] RightChecks(string name) => name switch
    {
        "notice.json" => ["notice-hash"],
        "roster.csv" or "draw-key.txt" => ["roster"],
        "excluded.csv" => ["excluded"],
        "inspectors.csv" => ["inspectors"],
        "entropy.json" => ["entropy"],
        _ => ["hashes"],
    };

    private static string[] RightChecksOfThePackageAlone(string name) => name switch
    {
        // A notice that still is one is another notice than the record's.
        "notice.json" => ["notice-rules", "record-head"],
        // Other digits of a witness are evidence like any other, but not the record's.
        "entropy.json" => ["entropy", "record-head"],
        "record.json" => ["record-head", "quotas", "selection"],
        "teams.json" => ["teams", "record-head"],
        _ => RightChecks(name),
    };

    private static string[] RightChecksOfPublic(TamperedDraw drawn, byte[] file)
    {
        if (Record.Exception(() => Inspection.Drawing.PublicRecord.Parse(file)) is ProtocolException)
            return ["notice-hash"];
        var (found, stated) = (Inspection.Drawing.PublicRecord.Parse(file), drawn.Draw.ToPublic(withSelected: true));
        return !found.Classes.SequenceEqual(stated.Classes) ? ["quotas", "selection"]
            : found.Entropy.EntropyText != stated.Entropy.EntropyText ? ["entropy"]
            : found.RecordHash != stated.RecordHash || found.TeamsHash != stated.TeamsHash ? ["hashes"]
            : found.Seed != stated.Seed ? ["seed"]
            : !found.Selected!.SequenceEqual(stated.Selected!) ? ["public-selected"]
            : found.NoticeHash != stated.NoticeHash || !found.NoticeFile.Span.SequenceEqual(stated.NoticeFile.Span)
                ? ["notice-hash"]
            : ["entropy"];
    }

    private static Dictionary<string, byte[]> With(TamperedDraw drawn, string name, byte[] file) =>
        new(drawn.Package) { [name] = file };

    private static void ForEachChange(byte[] file, Action<byte[]> test)
    {
        var step = 1 + (file.Length / LongFile);
        for (var at = 0; at < file.Length; at += step)
        {
            if (file.Length <= ShortFile)
            {
                for (var bit = 0; bit < 8; bit++)
                    test(Changed(file, at, bit));
            }
            else
            {
                test(Changed(file, at, at / step % 8));
            }
        }
    }

    private static byte[] Changed(byte[] file, int at, int bit)
    {
        var changed = (byte[])file.Clone();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }

    private static void AssertFails(VerificationInput input, string file, string[] checks)
    {
        var report = Verifier.Verify(input);
        Assert.True(
            checks.Any(check => report[check].Status == CheckStatus.Failed),
            $"a bit of {file} was changed; wanted a failure of {string.Join(" or ", checks)}, got: {Failures(report)}");
    }

    private static string Failures(VerificationReport report) => string.Join(
        "; ",
        report.Checks.Where(check => check.Status == CheckStatus.Failed).Select(check => $"{check.Name}: {check.Detail}"));
}
