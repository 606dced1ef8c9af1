using System.Net;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Inspection.App.Ledger;
using Inspection.App.Ledger.Stamps;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Ledger;

public sealed class StampHeadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_head_is_stamped_once_and_covers_every_entry_before_it()
    {
        using var authority = new TestAuthority(time);
        await using var server = await ServeAsync(authority);
        await using var app = await StartAsync(server.Address, CertificateFile(authority));
        var entries = await AppendAsync(app, 1, 3);
        var job = app.Service<StampHead>();

        await job.RunAsync(Cancellation);
        await job.RunAsync(Cancellation);
        await AppendAsync(app, 4, 4);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        time.Advance(TimeSpan.FromMinutes(5));
        await job.RunAsync(Cancellation);

        Assert.Equal(2, server.Requests.Count);
        var covering = await app.Service<LedgerStamps>().FindForAsync(2, Cancellation);
        Assert.Equal([2, 3], covering!.Chain.Select(entry => entry.Number));
        Assert.Equal(new OutsideStamp(entries[1].DocumentHash!.Value, new ManualTime().GetUtcNow(), "Test time stamps"), covering.Outside);
        Assert.True(covering.Stamp.IsAttributed);
        Assert.Equal(4, (await app.Service<LedgerStamps>().FindForAsync(4, Cancellation))!.Stamp.Head.Number);
    }

    [Fact]
    public async Task An_entry_is_covered_by_no_stamp_until_its_head_or_a_later_one_is_stamped()
    {
        using var authority = new TestAuthority(time);
        await using var server = await ServeAsync(authority);
        await using var app = await StartAsync(server.Address);
        await AppendAsync(app, 1, 1);
        await app.Service<StampHead>().RunAsync(Cancellation);
        await AppendAsync(app, 2, 2);

        Assert.Null(await app.Service<LedgerStamps>().FindForAsync(2, Cancellation));
    }

    [Fact]
    public async Task Two_runs_at_once_keep_one_stamp()
    {
        using var authority = new TestAuthority(time);
        await using var server = await ServeAsync(authority);
        await using var app = await StartAsync(server.Address);
        await AppendAsync(app, 1, 1);

        await Task.WhenAll(app.Service<StampHead>().RunAsync(Cancellation), app.Service<StampHead>().RunAsync(Cancellation));

        Assert.Equal(1, await app.Service<StampStore>().FromAsync(1, Cancellation).CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("nonce")]
    [InlineData("ahead")]
    [InlineData("expired")]
    [InlineData("stranger")]
    [InlineData("slow")]
    [InlineData("500")]
    [InlineData("garbage")]
    [InlineData("dead")]
    public async Task An_authority_that_answers_wrongly_or_not_at_all_stamps_nothing_and_is_asked_again(string fault)
    {
        using var trusted = new TestAuthority(time);
        using var authority = new TestAuthority(time, isExpired: fault == "expired")
        {
            StampsAnotherHash = fault == "hash",
            UsesAnotherNonce = fault == "nonce",
            IsAhead = fault == "ahead",
        };
        await using var server = await LoopbackServer.StartAsync(query => fault switch
        {
            "slow" => null,
            "500" => (500, []),
            "garbage" => (200, "<html>"u8.ToArray()),
            _ => (200, authority.Answer(query)),
        });
        var address = fault == "dead" ? await LoopbackServer.DeadAddressAsync() : server.Address;
        await using var app = await StartAsync(address, CertificateFile(fault == "stranger" ? trusted : authority));
        await AppendAsync(app, 1, 1);

        await app.Service<StampHead>().RunAsync(Cancellation);
        await app.Service<StampHead>().RunAsync(Cancellation);

        Assert.Null(await app.Service<StampStore>().GetAsync(1, Cancellation));
        Assert.Equal(fault == "dead" ? 0 : 2, server.Requests.Count);
    }

    [Fact]
    public async Task A_stamp_that_was_moved_to_another_hash_covers_nothing()
    {
        using var authority = new TestAuthority(time);
        await using var server = await ServeAsync(authority);
        await using var app = await StartAsync(server.Address);
        await AppendAsync(app, 1, 2);
        await app.Service<StampHead>().RunAsync(Cancellation);
        var store = app.Service<StampStore>();
        var good = (await store.GetAsync(2, Cancellation))!;
        var first = (await app.Service<LedgerStore>().GetAsync(1, Cancellation))!;
        await store.AddAsync(good with { Head = first.Head }, Cancellation);

        Assert.Equal(2, (await app.Service<LedgerStamps>().FindForAsync(1, Cancellation))!.Stamp.Head.Number);
    }

    [Fact]
    public async Task Everybody_can_fetch_a_stamp_and_check_its_token()
    {
        using var authority = new TestAuthority(time);
        await using var server = await ServeAsync(authority);
        await using var app = await StartAsync(server.Address);
        var entry = (await AppendAsync(app, 1, 1))[0];
        await app.Service<StampHead>().RunAsync(Cancellation);
        using var client = app.Anonymous;

        var list = (await client.GetJson("/api/v1/public/ledger/stamps")).Expect(HttpStatusCode.OK).Json;
        var token = await client.GetByteArrayAsync(new Uri("/api/v1/public/ledger/stamps/1", UriKind.Relative), Cancellation);

        Assert.Equal(entry.Hash.ToString(), (string?)list["items"]![0]!["hash"]);
        Assert.Equal("2026-11-02T01:00:00+00:00", (string?)list["items"]![0]!["time"]);
        Assert.True(Rfc3161TimestampToken.TryDecode(token, out var decoded, out _));
        Assert.Equal(entry.Hash.ToArray(), decoded.TokenInfo.GetMessageHash().ToArray());
        (await client.GetJson("/api/v1/public/ledger/stamps/2")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Witnesses_are_posted_each_head_until_they_take_it_and_one_does_not_hold_up_another()
    {
        var isDown = true;
        await using var good = await LoopbackServer.StartAsync(_ => (201, "receipt 7"u8.ToArray()));
        await using var failing = await LoopbackServer.StartAsync(_ => isDown ? (500, "sorry"u8.ToArray()) : (200, []));
        await using var slow = await LoopbackServer.StartAsync(_ => null);
        var dead = await LoopbackServer.DeadAddressAsync();
        Uri[] witnesses = [good.Address, failing.Address, slow.Address, dead];
        await using var app = await TestApp.StartAsync(
            [("Ledger:TimeoutSeconds", "1"), ("Ledger:Attempts", "2"), .. witnesses.Select((uri, i) => ($"Ledger:Witnesses:{i}", uri.AbsoluteUri))]);
        var head = (await AppendAsync(app, 1, 2))[^1];

        await app.Service<StampHead>().RunAsync(Cancellation);
        var first = await ReceiptsAsync(app, witnesses, head.Number);
        isDown = false;
        await app.Service<StampHead>().RunAsync(Cancellation);
        var second = await ReceiptsAsync(app, witnesses, head.Number);

        Assert.Equal(
            [(WitnessOutcome.Accepted, 201, 1), (WitnessOutcome.Refused, 500, 2), (WitnessOutcome.Unreachable, 0, 2), (WitnessOutcome.Unreachable, 0, 2)],
            first.Select(receipt => (receipt.Outcome, receipt.Status, receipt.Attempts)));
        Assert.Equal("receipt 7", first[0].Answer);
        Assert.Equal((WitnessOutcome.Accepted, 3), (second[1].Outcome, second[1].Attempts));
        var body = JObject.Parse(Encoding.UTF8.GetString(Assert.Single(good.Requests)));
        Assert.Equal((2, head.Hash.ToString()), ((int)body["number"]!, (string?)body["hash"]));
    }

    [Theory]
    [InlineData("StampAuthority", "ftp://tsa.example")]
    [InlineData("StampCertificate", "/no/such/file.pem")]
    [InlineData("Witnesses:0", "mailto:x@example.com")]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("Witness", "https://w.example")]
    public async Task A_bad_setting_stops_the_start_and_is_named(string name, string value)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestApp.StartAsync(($"Ledger:{name}", value)));

        Assert.Contains($"Ledger:{name.Split(':')[0]}", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<LoopbackServer> ServeAsync(TestAuthority authority) =>
        LoopbackServer.StartAsync(query => (200, authority.Answer(query)));

    private static Task<TestApp> StartAsync(Uri authority, string? certificate = null)
    {
        List<(string, string)> settings = [("Ledger:StampAuthority", authority.AbsoluteUri), ("Ledger:TimeoutSeconds", "1")];
        if (certificate is not null)
            settings.Add(("Ledger:StampCertificate", certificate));
        return TestApp.StartAsync([.. settings]);
    }

    private static async Task<List<LedgerEntry>> AppendAsync(TestApp app, int from, int to)
    {
        var entries = new List<LedgerEntry>();
        for (var number = from; number <= to; number++)
            entries.Add(await app.Service<ILedger>().AppendAsync(LedgerFixture.Draft(number), Cancellation));
        return entries;
    }

    private static async Task<List<WitnessReceipt>> ReceiptsAsync(TestApp app, Uri[] witnesses, long number)
    {
        var receipts = new List<WitnessReceipt>();
        foreach (var witness in witnesses)
            receipts.Add((await app.Service<WitnessStore>().GetAsync(witness, number, Cancellation))!);
        return receipts;
    }

    private string CertificateFile(TestAuthority authority)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.pem");
        File.WriteAllText(path, authority.Certificate.ExportCertificatePem());
        return path;
    }
}
