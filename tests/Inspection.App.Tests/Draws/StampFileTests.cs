using System.Net;
using Inspection.App.Ledger;
using Inspection.App.Ledger.Stamps;
using Inspection.App.Terminal;
using Inspection.App.Tests.Draws.Offline;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Ledger;
using Inspection.App.Tests.Storage;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Draws;

/// <summary>A stamp goes from an authority through the ledger to whoever checks a draw on the command line.</summary>
public sealed class StampFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_stamped_before_the_ceremony_passes_and_says_by_whom()
    {
        using var work = new Workplace();
        using var authority = await StampedAsync(work, stampAfterwards: false);

        var ran = Verify(work, "--stamp-certificate", "@authority.pem").Succeeds();

        Assert.Matches(@"(?m)^passed +stamp +Test time stamps, stamped ledger entry \d+ at 2026-11-02 01:00:00Z; it covers the notice's entry 1", ran.Output);
        Assert.Matches(@"(?m)^passed +committed-before +stamped by Test time stamps", ran.Output);
        Assert.Contains("whoever that is", Verify(work).Succeeds().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_stamped_when_the_randomness_was_out_fails()
    {
        using var work = new Workplace();
        using var authority = await StampedAsync(work, stampAfterwards: true);

        var ran = Verify(work);

        Assert.Equal(ExitCode.CheckFailed, ran.ExitCode);
        Assert.Matches("(?m)^passed +stamp", ran.Output);
        Assert.Matches("(?m)^FAILED +committed-before", ran.Output);
    }

    [Theory]
    [InlineData("hash", "does not have the hash that it states")]
    [InlineData("gap", "does not follow")]
    [InlineData("token", "it stamps")]
    [InlineData("kind", "announces no notice")]
    [InlineData("form", "lacks chain")]
    public async Task A_stamp_file_that_was_changed_fails_by_name(string what, string reason)
    {
        using var work = new Workplace();
        using var authority = await StampedAsync(work, stampAfterwards: false);
        var stamp = JObject.Parse(work.Read("stamp.json"));
        var chain = (JArray)stamp["chain"]!;
        switch (what)
        {
            case "hash":
                chain[0]["subject"] = "another-draw";
                break;
            case "gap":
                chain[1].Remove();
                break;
            case "token":
                chain.Last!.Remove();
                break;
            case "kind":
                chain[0].Remove();
                break;
            default:
                stamp.Remove("token");
                break;
        }

        work.Write("stamp.json", stamp.ToString());
        var ran = Verify(work);

        Assert.Equal(ExitCode.CheckFailed, ran.ExitCode);
        Assert.Matches($"(?m)^FAILED +stamp .*{reason}", ran.Output);
        Assert.Matches("(?m)^not possible +committed-before", ran.Output);
    }

    [Fact]
    public async Task The_stamp_of_another_draw_and_that_of_a_stranger_fail()
    {
        using var work = new Workplace();
        using var authority = await StampedAsync(work, stampAfterwards: false);
        using var other = new Workplace();
        using var stranger = await StampedAsync(other, stampAfterwards: false);
        work.Write("stamp.json", other.Read("stamp.json"));

        Assert.Matches("(?m)^FAILED +committed-before .*the stamped hash", Verify(work).Output);
        Assert.Matches("(?m)^FAILED +stamp .*vouches for", Verify(work, "--stamp-certificate", "@authority.pem").Output);
        work.Run("verify", "@public.json", "--stamp-certificate", "@authority.pem").IsRefused("--stamp");
        work.Run("verify", "@public.json", "--stamp", "@stamp.json", "--stamp-certificate", "@stamp.json").IsRefused("PEM");
    }

    private static Ran Verify(Workplace work, params string[] more) => work.Run(["verify", "@public.json", "--stamp", "@stamp.json", .. more]);

    /// <summary>Leaves public.json, stamp.json and authority.pem of a draw with a ceremony of two.</summary>
    private static async Task<TestAuthority> StampedAsync(Workplace work, bool stampAfterwards)
    {
        var clock = new ManualTime();
        var authority = new TestAuthority(clock);
        await using var server = await LoopbackServer.StartAsync(query => (200, authority.Answer(query)));
        await using var fixture = await DrawFixture.StartAsync(settings: ("Ledger:StampAuthority", server.Address.AbsoluteUri));
        var draw = await fixture.CommitAsync(DrawFixture.Terms(DrawFixture.Ceremony("张三", "李四")));
        var path = $"/api/v1/public/draws/{(string)draw["id"]!}";
        (await fixture.App.Anonymous.GetJson($"{path}/stamp")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        // Two entries more, so that the stamped one is not the notice's.
        for (var number = 1; number <= 2; number++)
            await fixture.Service<ILedger>().AppendAsync(new LedgerDraft($"other:{number}", LedgerKind.Publication, $"result-{number}"), Cancellation);
        if (!stampAfterwards)
            await fixture.Service<StampHead>().RunAsync(Cancellation);
        Advance(TimeSpan.FromMinutes(8));
        foreach (var link in draw["links"]!)
            (await fixture.App.Anonymous.PostJson($"/api/v1/contributions/{(string)link["link"]!}", new { value = "314159" })).Expect(HttpStatusCode.OK);
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{(string)draw["id"]!}/reveal")).Expect(HttpStatusCode.OK);
        if (stampAfterwards)
        {
            Advance(TimeSpan.FromMinutes(1));
            await fixture.Service<StampHead>().RunAsync(Cancellation);
        }

        work.Write("public.json", (await fixture.App.Anonymous.GetJson(path)).Expect(HttpStatusCode.OK).Text);
        work.Write("stamp.json", (await fixture.App.Anonymous.GetJson($"{path}/stamp")).Expect(HttpStatusCode.OK).Text);
        work.Write("authority.pem", authority.Certificate.ExportCertificatePem());
        return authority;

        void Advance(TimeSpan by)
        {
            fixture.App.Time.Advance(by);
            clock.Advance(by);
        }
    }
}
