using System.IO.Compression;
using Inspection.App.Terminal;
using Newtonsoft.Json.Linq;
using Registry = Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Draws.Offline;

public sealed class VerifyTests : IDisposable
{
    private readonly Workplace work = new();

    public VerifyTests() => work.CommitAndReveal("d", "--reserve", "1").Succeeds();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData("@d/package.zip")]
    [InlineData("@d/package.zip --public @d/public.json")]
    [InlineData("@d/public.json")]
    [InlineData("@d/public.json --membership @d/membership.json")]
    public void What_is_at_hand_is_checked_and_the_rest_is_named(string words)
    {
        var ran = work.Run(["verify", .. words.Split(' ')]).Succeeds();

        Assert.Matches(@"\d+ passed, 0 failed, \d+ not possible with these files", ran.Output);
    }

    [Fact]
    public void As_json_every_check_has_a_name_a_status_and_a_detail()
    {
        var ran = work.Run("verify", "@d/package.zip", "--public", "@d/public.json", "--membership", "@d/membership.json", "--json").Succeeds();

        var report = JObject.Parse(ran.Output);
        Assert.True((bool)report["passed"]!);
        var checks = (JArray)report["checks"]!;
        Assert.Equal(
            [
                "notice-rules", "notice-hash", "committed-before", "entropy", "beacon", "seed", "quotas", "membership", "roster",
                "excluded", "inspectors", "selection", "teams", "record-head", "hashes", "public-selected", "certificate",
            ],
            checks.Select(check => (string)check["name"]!));
        Assert.All(checks, check => Assert.Equal(["name", "status", "detail"], ((JObject)check).Properties().Select(p => p.Name)));
        Assert.All(checks, check => Assert.Contains((string)check["status"]!, (string[])["Passed", "NotPossible"]));
    }

    [Fact]
    public void A_changed_public_record_fails_by_name_with_both_sides_and_exit_code_1()
    {
        var text = work.Read("d", "public.json");
        var drawn = work.Rows("d", "selected.csv").Select(row => row[0]).ToHashSet();
        var other = Enumerable.Range(3, 37).Select(Registry.Code).First(code => !drawn.Contains(code));
        var first = drawn.Order(StringComparer.Ordinal).First();
        work.Write(Path.Combine("d", "public.json"), text.Replace(first, other, StringComparison.Ordinal));

        var ran = work.VerifyAll("d");

        Assert.Equal(ExitCode.CheckFailed, ran.ExitCode);
        Assert.Matches($"(?m)^FAILED +public-selected .*got {other}, wanted {first}", ran.Output);
        var json = work.Run("verify", "@d/package.zip", "--public", "@d/public.json", "--json");
        Assert.Equal(ExitCode.CheckFailed, json.ExitCode);
        Assert.False((bool)JObject.Parse(json.Output)["passed"]!);
    }

    [Fact]
    public void A_changed_file_in_the_package_fails_its_check()
    {
        using (var archive = ZipFile.Open(work.PathOf("d", "package.zip"), ZipArchiveMode.Update))
        {
            var entry = archive.GetEntry("inspectors.csv")!;
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("inspectors.csv").Open());
            writer.Write("inspector_id,department,skills,recused\n");
        }

        var ran = work.Run("verify", "@d/package.zip");

        Assert.Equal(ExitCode.CheckFailed, ran.ExitCode);
        Assert.Matches("(?m)^FAILED +inspectors .*got 0, wanted 9", ran.Output);
    }

    [Fact]
    public void A_package_cut_off_is_refused_with_what_to_do()
    {
        File.WriteAllBytes(work.PathOf("cut.zip"), work.Bytes("d", "package.zip")[..2000]);

        work.Run("verify", "@cut.zip").IsRefused("no whole zip archive", "fetch it again");
    }

    [Theory]
    [InlineData("@enterprises.csv", "neither a package")]
    [InlineData("@d/membership.json", "neither a package")]
    [InlineData("@d", "is a directory")]
    [InlineData("@nothing", "no such file")]
    [InlineData("@d/package.zip --public @nothing", "no such file")]
    public void What_is_no_result_of_a_draw_is_refused(string words, string problem) =>
        work.Run(["verify", .. words.Split(' ')]).IsRefused(problem);

    [Fact]
    public void A_certificate_stands_alone_on_standard_output_and_verifies()
    {
        var drawn = work.Rows("d", "selected.csv")[0][0];
        var notDrawn = Enumerable.Range(3, 37).Select(Registry.Code).First(code => work.Rows("d", "selected.csv").All(row => row[0] != code));
        foreach (var code in new[] { drawn, notDrawn.ToLowerInvariant() })
        {
            var certificate = work.Run("certificate", "--package", "@d/package.zip", "--uscc", code).Succeeds();
            Assert.Equal(code == drawn, (bool)JObject.Parse(certificate.Output)["selected"]!);
            Assert.Contains("warning: this certificate proves the class", certificate.Error, StringComparison.Ordinal);
            work.Write("certificate.json", certificate.Output);

            var ran = work.Run("verify", "@certificate.json", "--public", "@d/public.json").Succeeds();
            Assert.Matches("(?m)^passed +certificate ", ran.Output);
        }

        work.Write("certificate.json", work.Read("certificate.json").Replace("\"selected\":false", "\"selected\":true", StringComparison.Ordinal));
        Assert.Equal(ExitCode.CheckFailed, work.Run("verify", "@certificate.json", "--public", "@d/public.json").ExitCode);
        work.Run("verify", "@certificate.json").IsRefused("--public FILE");
    }

    [Fact]
    public void A_certificate_of_somebody_else_is_refused()
    {
        Ran Certificate(string package, string code) => work.Run("certificate", "--package", package, "--uscc", code);

        Certificate("@d/package.zip", Registry.Code(0)).IsRefused(Registry.Code(0), "roster");
        Certificate("@d/package.zip", "123").IsRefused("--uscc '123'", "18 characters");
        Certificate("@nothing", Registry.Code(5)).IsRefused("no such file");
        Certificate("@d/public.json", Registry.Code(5)).IsRefused("zip archive");
    }
}
