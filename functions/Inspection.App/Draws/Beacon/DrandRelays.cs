using Inspection.App.Outcomes;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Draws;

/// <summary>
/// Asks all relays at once. Where the chain's key is known, the first signature that it verifies is the round's: there is
/// only one. Where it is not, two relays must agree byte for byte (<c>PROTOCOL.md</c> section 4), and every relay is heard
/// first, so that two other ones that agree on something else are not overlooked.
/// </summary>
internal sealed class DrandRelays(IHttpClientFactory clients, IOptions<BeaconOptions> settings, TimeProvider clock) : IBeacon
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "beacon";

    private const int WantedAgreement = 2;

    private readonly BeaconOptions options = settings.Value;
    private readonly BeaconChain? verifiable = settings.Value.KnownKey() is { } key
        ? new BeaconChain(Digest.Parse(settings.Value.Chain), key, settings.Value.Genesis, settings.Value.PeriodSeconds)
        : null;

    public Digest Chain { get; } = Digest.Parse(settings.Value.Chain);

    public Refusal? WhyUnavailable => options.Relays.Count > 0
        ? null
        : Refusal.Conflict("no-beacon", "no relay of a randomness beacon is configured; set Beacon:Relays, or let witnesses contribute (ceremony)");

    private DateTimeOffset Genesis => DateTimeOffset.FromUnixTimeSeconds(options.Genesis);

    private TimeSpan Period => TimeSpan.FromSeconds(options.PeriodSeconds);

    public long RoundAfter(DateTimeOffset time)
    {
        if (time < Genesis)
            return 1;
        var roundAtTime = ((time - Genesis).Ticks / Period.Ticks) + 1;
        return roundAtTime + 1;
    }

    public DateTimeOffset TimeOf(long round)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        return Genesis + (Period * (round - 1));
    }

    public async Task<BeaconAnswer> TryGetAsync(long round, CancellationToken cancellation = default)
    {
        if (clock.GetUtcNow() < TimeOf(round))
            return BeaconAnswer.Without(BeaconState.NotOutYet, $"round {round} is due at {TimeOf(round):u}");
        if (WhyUnavailable is { } refusal)
            return BeaconAnswer.Without(BeaconState.NoAnswer, refusal.Detail);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var replies = new List<RelayReply>();
        var asked = new DrandPlan(Chain, round);
        var asking = options.Relays.Select(relay => AskAsync(relay, asked, enough.Token)).ToList();
        await foreach (var answered in Task.WhenEach(asking))
        {
            var reply = await answered;
            if (verifiable is not null && reply.Evidence is not null)
                reply = Verify(verifiable, reply, reply.Evidence);
            replies.Add(reply);
            if (verifiable is null || reply.Evidence is null)
                continue;
            await enough.CancelAsync();
            return BeaconAnswer.Out(reply.Evidence);
        }

        cancellation.ThrowIfCancellationRequested();
        return Agreement(replies);
    }

    private static RelayReply Verify(BeaconChain chain, RelayReply reply, DrandEntropy evidence) =>
        BeaconSignature.Verify(chain, evidence.Round, Convert.FromHexString(evidence.Signature))
            ? reply
            : RelayReply.Useless(reply.Relay, "gave a signature that is not the beacon's");

    /// <summary>Judges what all relays said where no signature could be verified by itself.</summary>
    private static BeaconAnswer Agreement(List<RelayReply> replies)
    {
        var opinions = replies.Where(static reply => reply.Evidence is not null)
            .GroupBy(static reply => reply.Evidence!.Signature).ToList();
        var agreed = opinions.Where(static opinion => opinion.Count() >= WantedAgreement).ToList();
        if (agreed.Count == 1)
            return BeaconAnswer.Out(agreed[0].First().Evidence!);
        var detail = string.Join("; ", replies);
        if (opinions.Count > 1)
            return BeaconAnswer.Without(BeaconState.RelaysDisagree, detail);
        var isTooEarly = replies.Any(static reply => reply.IsTooEarly);
        return BeaconAnswer.Without(isTooEarly ? BeaconState.NotOutYet : BeaconState.NoAnswer, detail);
    }

    // Never throws: a relay that fails, or that is no longer waited for, is one that gave nothing of use.
    private async Task<RelayReply> AskAsync(Uri relay, DrandPlan asked, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        var address = new Uri($"{relay.AbsoluteUri.TrimEnd('/')}/{asked.Chain}/public/{asked.Round}");
        try
        {
            using var response = await client.GetAsync(address, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            return RelayReply.Of(relay, asked, response.StatusCode, body);
        }
        catch (HttpRequestException failed)
        {
            return RelayReply.Useless(relay, $"could not be asked: {failed.Message}");
        }
        catch (OperationCanceledException)
        {
            return RelayReply.Useless(relay, $"did not answer within {options.TimeoutSeconds} s");
        }
        catch (InvalidOperationException unreadable)
        {
            // The answer names a character set that nobody knows.
            return RelayReply.Useless(relay, $"could not be read: {unreadable.Message}");
        }
    }
}
