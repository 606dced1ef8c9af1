using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>
/// Keeps a draw from promising a round that is out already, and from taking a signature that is not the round's: with
/// either of them whoever draws could choose the result.
/// </summary>
internal static class KnownBeacons
{
    private const int MinutesAhead = 10;

    /// <exception cref="WrongInputException">The round was out before the notice could be published.</exception>
    public static void RequireFuture(DrandPlan plan, DateTimeOffset now)
    {
        if (Find(plan) is not { } chain || chain.TimeOf(plan.Round) is var time && time > now)
            return;
        var later = plan.Round + (long)((now - time).TotalSeconds / chain.PeriodSeconds) + (MinutesAhead * 60 / chain.PeriodSeconds);
        throw new WrongInputException(
            $"round {plan.Round} was out at {time:u}, so its randomness is known already; name a later one, such as {later} in {MinutesAhead} minutes");
    }

    /// <exception cref="WrongInputException">The signature is not the round's.</exception>
    public static void RequireSigned(DrandPlan plan, DrandEntropy evidence)
    {
        if (Find(plan) is { } chain && !BeaconSignature.Verify(chain, plan.Round, Convert.FromHexString(evidence.Signature)))
        {
            throw new WrongInputException(
                $"this is not the signature of round {plan.Round}; fetch it from https://api.drand.sh/{plan.Chain}/public/{plan.Round}");
        }
    }

    /// <summary>When the round comes and who can check it, for people.</summary>
    public static string Describe(DrandPlan plan) => Find(plan) is { } chain
        ? $"round {plan.Round} comes at {chain.TimeOf(plan.Round):u}; its signature will be checked against the chain's key"
        : $"the key of chain {plan.Chain} is not known here: make sure that round {plan.Round} is not out yet, and compare its signature at two independent relays";

    private static BeaconChain? Find(DrandPlan plan) => plan.Chain == BeaconChain.Quicknet.Hash ? BeaconChain.Quicknet : null;
}
