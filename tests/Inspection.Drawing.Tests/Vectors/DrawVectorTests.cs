using System.Text;
using System.Text.Json;

namespace Inspection.Drawing.Tests.Vectors;

/// <summary>Whole draws: every file of the protocol must come out byte for byte as the vectors have it.</summary>
public sealed class DrawVectorTests
{
    public static TheoryData<string> Draws => VectorFile.Draws();

    [Theory]
    [MemberData(nameof(Draws))]
    public void The_notice_is_read_and_written_byte_for_byte(string file)
    {
        var vector = VectorFile.Open(file);
        var notice = Notice.Parse(vector.Utf8("noticeCanonical"));
        Assert.Equal(vector.Text("noticeHash"), notice.Hash.ToString());
        Assert.Equal(vector.Text("noticeCanonical"), Encoding.UTF8.GetString(new Notice(notice.Terms).File.Span));
        Assert.Equal(vector.GetProperty("notice").Canonical(), vector.Text("noticeCanonical"));
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Committing_to_the_materials_gives_the_notice(string file)
    {
        var vector = VectorFile.Open(file);
        var terms = Notice.Parse(vector.Utf8("noticeCanonical")).Terms;
        var zero = new SealedList(default, 0);
        var notice = Materials(vector).Commit(terms with { RosterRoot = default, RosterSize = 1, Excluded = zero, Inspectors = zero });
        Assert.Equal(vector.Text("noticeHash"), notice.Hash.ToString());
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void The_draw_gives_every_file_byte_for_byte(string file)
    {
        var vector = VectorFile.Open(file);
        var draw = Run(vector);
        AssertSame(vector, "record", draw.RecordFile);
        AssertSame(vector, "teams", draw.TeamsFile);
        AssertSame(vector, "public", draw.ToPublic(withSelected: true).ToFile());
        AssertSame(vector, "membership", draw.ToMembership().ToFile());
        Assert.Equal(vector.Text("recordHash"), Digest.Of(draw.RecordFile.Span).ToString());
        Assert.Equal(vector.Text("teamsHash"), Digest.Of(draw.TeamsFile.Span).ToString());
        foreach (var certificate in vector.GetProperty("certificates").EnumerateArray())
        {
            var uscc = UnifiedSocialCreditCode.Parse(certificate.Text("uscc"));
            Assert.Equal(certificate.Canonical(), Encoding.UTF8.GetString(draw.ToCertificate(uscc).ToFile()));
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void The_number_of_threads_changes_nothing(string file)
    {
        var vector = VectorFile.Open(file);
        Assert.True(Run(vector, threads: 1).RecordFile.Span.SequenceEqual(Run(vector, threads: 8).RecordFile.Span));
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Every_check_of_a_package_passes_or_is_not_possible(string file)
    {
        var vector = VectorFile.Open(file);
        var draw = Run(vector);
        using var package = new MemoryStream();
        draw.WritePackage(package);
        package.Position = 0;
        foreach (var certificate in vector.GetProperty("certificates").EnumerateArray())
        {
            var report = Verifier.Verify(new VerificationInput
            {
                Package = PackageFile.Read(package),
                PublicRecord = draw.ToPublic(withSelected: true).ToFile(),
                Membership = draw.ToMembership().ToFile(),
                Certificate = Encoding.UTF8.GetBytes(certificate.Canonical()),
            });
            // The vectors' beacon signature is made up, so its check must be the only one that fails.
            var failed = report.Checks.Where(check => check.Status == CheckStatus.Failed).Select(check => check.Name);
            Assert.Equal(draw.Record.Entropy is DrandEntropy ? ["committed-before", "beacon"] : [], failed);
            string[] notPossible = draw.Record.Entropy is DrandEntropy ? [] : ["committed-before", "beacon"];
            Assert.Equal(notPossible, report.Checks.Where(check => check.Status == CheckStatus.NotPossible).Select(check => check.Name));
        }
    }

    internal static Draw Run(JsonElement vector, int threads = 2) => Draw.Run(
        Notice.Parse(vector.Utf8("noticeCanonical")),
        Materials(vector),
        EntropyEvidence.Parse(Encoding.UTF8.GetBytes(vector.GetProperty("entropy").Canonical())),
        new WorkOptions { Threads = threads });

    internal static DrawMaterials Materials(JsonElement vector) => new(
        new DrawKey(Convert.FromHexString(vector.Text("drawKey"))),
        RosterFile.Read(new MemoryStream(vector.Utf8("rosterCsv"))),
        ExclusionList.Parse(vector.Utf8("excludedCsv")),
        InspectorList.Parse(vector.Utf8("inspectorsCsv")));

    private static void AssertSame(JsonElement vector, string key, ReadOnlyMemory<byte> file) =>
        Assert.Equal(vector.GetProperty(key).Canonical(), Encoding.UTF8.GetString(file.Span));
}
