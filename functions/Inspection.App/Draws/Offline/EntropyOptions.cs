using System.CommandLine;
using Inspection.App.Planning;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>Where the randomness will come from: witnesses, a drand round, or nowhere.</summary>
internal sealed class EntropyOptions
{
    private readonly Option<string[]> witness = new("--witness") { Description = "A witness of the ceremony; repeatable", HelpName = "NAME" };
    private readonly Option<int?> digits = NumberOption.Optional("--digits", 1, CeremonyPlan.MaxDigits, "How many digits each witness gives; default: 6");
    private readonly Option<string> chain = new("--drand-chain") { Description = "The hash of a drand chain", HelpName = "HEX" };
    private readonly Option<long?> round = NumberOption.Optional("--drand-round", 1, long.MaxValue, "A round that is not out yet");

    public void AddTo(Command command)
    {
        Option[] options = [witness, digits, chain, round];
        foreach (var option in options)
            command.Add(option);
    }

    /// <exception cref="WrongInputException">The options contradict each other, or promise a round that is out.</exception>
    public EntropyPlan Read(ParseResult parsed, DateTimeOffset now)
    {
        var witnesses = parsed.GetValue(witness) ?? [];
        var isBeacon = parsed.GetValue(chain) is not null || parsed.GetValue(round) is not null;
        if (witnesses.Length > 0 && isBeacon)
            throw new WrongInputException("--witness and --drand-round exclude each other; give one kind of randomness");
        if (witnesses.Length == 0 && parsed.GetValue(digits) is not null)
            throw new WrongInputException("--digits belongs to a ceremony; name its witnesses with --witness");
        if (witnesses.Length > 0)
            return new CeremonyPlan(parsed.GetValue(digits) ?? TaskEntropy.DefaultDigits, witnesses);
        if (!isBeacon)
            return new NoEntropyPlan();
        if (parsed.GetValue(chain) is not { } hash || parsed.GetValue(round) is not { } number)
            throw new WrongInputException("--drand-chain and --drand-round belong together");
        var plan = new DrandPlan(Digest.Parse(hash), number);
        KnownBeacons.RequireFuture(plan, now);
        return plan;
    }
}
