using Inspection.App.Draws;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Draws.Beacon;

public sealed class DrandRelaysTests
{
    private const long Round = 1000;

    // Rounds 1000 and 1001 of quicknet: curl https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/1000
    private const string Signature =
        "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    private const string OtherSignature =
        "b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41";

    private static readonly string Good = Body(Round, Signature);

    // A round in itself consistent, which the beacon never signed.
    private static readonly string Forged = Body(Round, OtherSignature);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_relay_is_enough_where_its_signature_is_the_beacons()
    {
        await using var relay = await FakeRelay.SayingAsync(Good);

        var answer = await AskAsync(Quicknet(relay));

        Assert.Equal(BeaconState.Out, answer.State);
        Assert.Null(answer.Evidence!.ProblemFor(new DrandPlan(BeaconChain.Quicknet.Hash, Round)));
        Assert.Equal(Signature, answer.Evidence.Signature);
        Assert.Equal([$"/{BeaconChain.Quicknet.Hash}/public/{Round}"], relay.Asked);
    }

    [Fact]
    public async Task Two_relays_that_agree_on_what_the_beacon_never_signed_are_not_believed()
    {
        await using var first = await FakeRelay.SayingAsync(Forged);
        await using var second = await FakeRelay.SayingAsync(Forged);

        Assert.Equal(BeaconState.NoAnswer, (await AskAsync(Quicknet(first, second))).State);
    }

    [Fact]
    public async Task A_good_relay_outweighs_slow_dead_and_lying_ones()
    {
        await using var silent = await FakeRelay.SilentAsync();
        await using var dead = await FakeRelay.SayingAsync(Good);
        await dead.DieAsync();
        await using var lying = await FakeRelay.SayingAsync(Forged);
        await using var good = await FakeRelay.SayingAsync(Good);

        var answer = await AskAsync(Quicknet(silent, dead, lying, good));

        Assert.Equal(Signature, answer.Evidence?.Signature);
    }

    [Fact]
    public async Task Without_a_key_two_relays_must_agree()
    {
        await using var first = await FakeRelay.SayingAsync(Good);
        await using var second = await FakeRelay.SayingAsync(Good);
        await using var silent = await FakeRelay.SilentAsync();

        Assert.Equal(Signature, (await AskAsync(Unknown(first, second))).Evidence?.Signature);
        Assert.Equal(BeaconState.NoAnswer, (await AskAsync(Unknown(first, silent))).State);
    }

    [Fact]
    public async Task Without_a_key_relays_that_disagree_give_nothing()
    {
        await using var first = await FakeRelay.SayingAsync(Good);
        await using var second = await FakeRelay.SayingAsync(Forged);

        var answer = await AskAsync(Unknown(first, second));

        Assert.Equal(BeaconState.RelaysDisagree, answer.State);
        Assert.Null(answer.Evidence);
        Assert.Contains(Signature, answer.Detail, StringComparison.Ordinal);
        Assert.Contains(OtherSignature, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_two_against_two_give_nothing()
    {
        await using var first = await FakeRelay.SayingAsync(Good);
        await using var second = await FakeRelay.SayingAsync(Forged);
        await using var third = await FakeRelay.SayingAsync(Good);
        await using var fourth = await FakeRelay.SayingAsync(Forged);

        Assert.Equal(BeaconState.RelaysDisagree, (await AskAsync(Unknown(first, second, third, fourth))).State);
        Assert.Equal(Signature, (await AskAsync(Unknown(first, second, third))).Evidence?.Signature);
    }

    public static TheoryData<string, string> UselessAnswers => new()
    {
        { "wrong randomness", Good.Replace("fe290bec", "fe290bed", StringComparison.Ordinal) },
        { "wrong round", Body(Round + 1, Signature) },
        { "round as text", Good.Replace("1000", "\"1000\"", StringComparison.Ordinal) },
        { "round beyond any number", Good.Replace("1000", new string('9', 60), StringComparison.Ordinal) },
        { "signature in capitals", Body(Round, Signature).Replace(Signature, Signature.ToUpperInvariant(), StringComparison.Ordinal) },
        { "signature of odd length", Good.Replace(Signature, Signature[1..], StringComparison.Ordinal) },
        { "no signature", """{"round":1000}""" },
        { "a list", "[1000]" },
        { "half a document", Good[..40] },
        { "no JSON", "<html>好</html>" },
        { "nothing", "" },
        { "depth", new string('[', 5000) },
        { "huge", Good + new string(' ', 100_000) },
    };

    [Theory]
    [MemberData(nameof(UselessAnswers))]
    public async Task An_answer_that_is_no_such_round_counts_for_nothing(string what, string body)
    {
        await using var first = await FakeRelay.SayingAsync(body);
        await using var second = await FakeRelay.SayingAsync(body);

        Assert.True(BeaconState.NoAnswer == (await AskAsync(Unknown(first, second))).State, what);
        Assert.True(BeaconState.NoAnswer == (await AskAsync(Quicknet(first))).State, what);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        await using var relay = await FakeRelay.StartAsync(static async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string(' ', 1000), context.RequestAborted);
        });

        Assert.Equal(BeaconState.NoAnswer, (await AskAsync(Quicknet(relay))).State);
    }

    [Theory]
    [InlineData(StatusCodes.Status404NotFound, BeaconState.NotOutYet)]
    [InlineData(425, BeaconState.NotOutYet)]
    [InlineData(StatusCodes.Status500InternalServerError, BeaconState.NoAnswer)]
    [InlineData(StatusCodes.Status302Found, BeaconState.NoAnswer)]
    public async Task An_answer_without_a_round_is_judged_by_its_status(int status, BeaconState wanted)
    {
        await using var relay = await FakeRelay.SayingAsync(Good, status);

        Assert.Equal(wanted, (await AskAsync(Quicknet(relay))).State);
    }

    [Fact]
    public async Task A_round_that_is_not_due_is_not_asked_for()
    {
        await using var relay = await FakeRelay.SayingAsync(Good);
        using var host = Build(Quicknet(relay));
        var beacon = host.Services.GetRequiredService<IBeacon>();
        var next = beacon.RoundAfter(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());

        Assert.Equal(BeaconState.NotOutYet, (await beacon.TryGetAsync(next, Cancellation)).State);
        Assert.Empty(relay.Asked);
    }

    [Fact]
    public async Task Without_relays_no_draw_can_rely_on_the_beacon()
    {
        using var host = Build([]);
        var beacon = host.Services.GetRequiredService<IBeacon>();

        Assert.Equal("no-beacon", beacon.WhyUnavailable?.Rule);
        Assert.Contains("Beacon:Relays", beacon.WhyUnavailable!.Detail, StringComparison.Ordinal);
        Assert.Equal(BeaconState.NoAnswer, (await beacon.TryGetAsync(Round, Cancellation)).State);
    }

    [Fact]
    public async Task Whoever_asks_can_give_up()
    {
        await using var silent = await FakeRelay.SilentAsync();
        using var host = Build(Quicknet(silent));
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Services.GetRequiredService<IBeacon>().TryGetAsync(Round, impatience.Token));
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 2)]
    [InlineData(2.999, 2)]
    [InlineData(3, 3)]
    [InlineData(3.001, 3)]
    public void RoundAfter_is_the_first_that_is_due_strictly_later(double secondsAfterGenesis, long round)
    {
        using var host = Build([]);
        var beacon = host.Services.GetRequiredService<IBeacon>();
        var time = DateTimeOffset.FromUnixTimeSeconds(BeaconChain.Quicknet.GenesisUnixSeconds).AddSeconds(secondsAfterGenesis);

        Assert.Equal(round, beacon.RoundAfter(time));
        Assert.True(beacon.TimeOf(round) > time);
        Assert.Equal(BeaconChain.Quicknet.TimeOf(round), beacon.TimeOf(round));
    }

    [Theory]
    [InlineData("Beacon:Relays:0", "ftp://relay.example", "Beacon:Relays")]
    [InlineData("Beacon:Relays:0", "relay", "Beacon:Relays")]
    [InlineData("Beacon:Chain", "quicknet", "Beacon:Chain")]
    [InlineData("Beacon:PeriodSeconds", "0", "Beacon:PeriodSeconds")]
    [InlineData("Beacon:PeriodSeconds", "30", "quicknet")]
    [InlineData("Beacon:PublicKey", "00", "Beacon:PublicKey")]
    [InlineData("Beacon:TimeoutSeconds", "0", "Beacon:TimeoutSeconds")]
    [InlineData("Beacon:Relay", "https://api.drand.sh", "Beacon:Relay is no setting")]
    public void Bad_settings_stop_the_start_with_their_name(string name, string value, string wanted)
    {
        using var host = Build([(name, value)]);

        var refused = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<BeaconOptions>>().Value);
        Assert.Contains(wanted, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relay_that_is_named_twice_is_refused()
    {
        using var host = Build([("Beacon:Relays:0", "https://a.example/x"), ("Beacon:Relays:1", "https://a.example/y")]);

        var refused = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<BeaconOptions>>().Value);
        Assert.Contains("a.example 2 times", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<BeaconAnswer> AskAsync(IReadOnlyList<(string Name, string Value)> settings)
    {
        using var host = Build(settings);
        return await host.Services.GetRequiredService<IBeacon>().TryGetAsync(Round, Cancellation);
    }

    private static List<(string Name, string Value)> Quicknet(params FakeRelay[] relays) =>
        [("Beacon:TimeoutSeconds", "1"), .. relays.Select(static (relay, i) => ($"Beacon:Relays:{i}", relay.Address))];

    // The same rounds under a chain whose key nobody gave.
    private static List<(string Name, string Value)> Unknown(params FakeRelay[] relays) =>
        [("Beacon:Chain", new string('a', 64)), ("Beacon:Genesis", "1600000000"), .. Quicknet(relays)];

    private static IHost Build(IReadOnlyList<(string Name, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(static s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Services.AddSingleton<TimeProvider>(new ManualTime()).AddLogging(static logging => logging.ClearProviders());
        builder.AddBeacon();
        return builder.Build();
    }

    private static string Body(long round, string signature) =>
        $$"""{"round":{{round}},"randomness":"{{Digest.Of(Convert.FromHexString(signature))}}","signature":"{{signature}}"}""";
}
