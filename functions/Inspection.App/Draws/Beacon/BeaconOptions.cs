using Inspection.App.Settings;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>The settings <c>Beacon:…</c>: a drand chain and the relays that are asked for its rounds.</summary>
public sealed record BeaconOptions : ISettings
{
    private const int MaxRelays = 16;
    private const int MaxTimeoutSeconds = 60;
    private const int MaxPeriodSeconds = 86_400;

    public static string Section => "Beacon";

    /// <summary>
    /// Addresses of relays, such as <c>https://api.drand.sh</c>, run by different people. None: no draw can promise a round.
    /// </summary>
    public IReadOnlyList<Uri> Relays { get; init; } = [];

    /// <summary>The chain's hash.</summary>
    public string Chain { get; init; } = BeaconChain.Quicknet.Hash.ToString();

    /// <summary>The time of round 1 in seconds since 1970.</summary>
    public long Genesis { get; init; } = BeaconChain.Quicknet.GenesisUnixSeconds;

    /// <summary>The seconds from one round to the next.</summary>
    public int PeriodSeconds { get; init; } = BeaconChain.Quicknet.PeriodSeconds;

    /// <summary>
    /// The key that signs the rounds, 192 hex digits. It need not be given for quicknet. Without one nothing shows that a
    /// signature is the beacon's, and two relays must agree on it.
    /// </summary>
    public string PublicKey { get; init; } = "";

    /// <summary>How long one relay may take to answer.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>The key to check rounds against, or null where none is known.</summary>
    public BeaconPublicKey? KnownKey()
    {
        if (PublicKey.Length > 0)
            return BeaconPublicKey.Parse(PublicKey);
        return Chain == BeaconChain.Quicknet.Hash.ToString() ? BeaconChain.Quicknet.PublicKey : null;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Problems() => ChainProblems().Concat(RelayProblems());

    private IEnumerable<string> ChainProblems()
    {
        if (!Digest.TryParse(Chain, out _))
            yield return $"Beacon:Chain is '{Chain}'; the chain's hash is 64 lower-case hex digits";
        if (PublicKey.Length > 0 && !BeaconPublicKey.TryParse(PublicKey, out _))
            yield return $"Beacon:PublicKey is '{PublicKey}'; {BeaconPublicKey.Size * 2} lower-case hex digits of a point of G2 are wanted";
        if (Genesis < 0 || Genesis > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            yield return $"Beacon:Genesis is {Genesis}; the seconds from 1970 to round 1 are wanted";
        if (PeriodSeconds is < 1 or > MaxPeriodSeconds)
            yield return $"Beacon:PeriodSeconds is {PeriodSeconds}, not 1 to {MaxPeriodSeconds}";
        if (TimeoutSeconds is < 1 or > MaxTimeoutSeconds)
            yield return $"Beacon:TimeoutSeconds is {TimeoutSeconds}, not 1 to {MaxTimeoutSeconds}";
        var quicknet = BeaconChain.Quicknet;
        var hasTimesOfQuicknet = Genesis == quicknet.GenesisUnixSeconds && PeriodSeconds == quicknet.PeriodSeconds;
        if (Chain == quicknet.Hash.ToString() && !hasTimesOfQuicknet)
            yield return $"Beacon:Chain is quicknet's, whose Genesis is {quicknet.GenesisUnixSeconds} and PeriodSeconds {quicknet.PeriodSeconds}; leave them out";
        if (Chain != quicknet.Hash.ToString() && Genesis == quicknet.GenesisUnixSeconds)
            yield return "Beacon:Chain is not quicknet's; give its Beacon:Genesis and Beacon:PeriodSeconds too, as the relay's /info says them";
    }

    private IEnumerable<string> RelayProblems()
    {
        if (Relays.Count > MaxRelays)
            yield return $"Beacon:Relays has {Relays.Count} addresses; at most {MaxRelays} are asked";
        var wrong = Relays.Where(relay => !IsAddress(relay)).ToList();
        foreach (var relay in wrong)
            yield return $"Beacon:Relays has '{relay}'; an address such as https://api.drand.sh is wanted, without a query";
        if (wrong.Count > 0)
            yield break;
        // The same relay twice would agree with itself.
        foreach (var twice in Relays.GroupBy(static relay => relay.Authority).Where(static same => same.Count() > 1))
            yield return $"Beacon:Relays names {twice.Key} {twice.Count()} times; relays are counted as independent, name each once";
        if (Relays.Count == 1 && PublicKey.Length == 0 && Chain != BeaconChain.Quicknet.Hash.ToString())
            yield return "Beacon:Relays has one address and the chain's key is not known; give a second one, or Beacon:PublicKey";
    }

    private static bool IsAddress(Uri relay) =>
        relay is { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" };
}
