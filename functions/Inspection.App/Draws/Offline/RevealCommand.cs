using System.CommandLine;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary><c>reveal</c>: takes the randomness that came after the notice, draws, and writes every file of the result.</summary>
internal static class RevealCommand
{
    public static Command Create(Screen screen)
    {
        var state = new Option<string>("--state") { Description = "The directory that commit wrote to", Required = true, HelpName = "DIR" };
        var values = new Option<string[]>("--value") { Description = "What a witness gave; repeatable", HelpName = "NAME=DIGITS" };
        var signature = new Option<string>("--drand-signature") { Description = "The signature of the drand round", HelpName = "HEX" };
        var command = new Command("reveal", "Draw with the randomness that came after the notice, and write the record and the package")
        {
            state, values, signature,
        };
        command.Does((parsed, cancellation) =>
        {
            var draw = DrawDirectory.Open(parsed.GetRequiredValue(state)).Read();
            var evidence = EvidenceFor(draw.Notice.Terms.Entropy, parsed.GetValue(values) ?? [], parsed.GetValue(signature));
            new Reveal(screen).Run(draw, evidence, cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static EntropyEvidence EvidenceFor(EntropyPlan plan, string[] values, string? signature) => plan switch
    {
        CeremonyPlan ceremony when signature is null => new CeremonyEntropy(Contributions(ceremony, values)),
        DrandPlan drand when values.Length == 0 => signature is null
            ? throw new WrongInputException($"the notice promised round {drand.Round} of a beacon; give its signature with --drand-signature")
            : Signed(drand, signature.ToLowerInvariant()),
        NoEntropyPlan when values.Length == 0 && signature is null => new NoEntropy(),
        _ => throw new WrongInputException($"the notice promised randomness of kind '{plan.Kind}'; --value is for a ceremony, --drand-signature for drand"),
    };

    private static DrandEntropy Signed(DrandPlan plan, string signature)
    {
        var evidence = DrandEntropy.FromSignature(plan, signature);
        KnownBeacons.RequireSigned(plan, evidence);
        return evidence;
    }

    private static List<Contribution> Contributions(CeremonyPlan ceremony, string[] values)
    {
        var given = new Dictionary<string, string>();
        foreach (var value in values)
        {
            if (value.Split('=', 2) is not [var witness, var digits])
                throw new WrongInputException($"--value '{value}' is not NAME=DIGITS");
            if (!ceremony.Witnesses.Contains(witness))
                throw new WrongInputException($"'{witness}' is no witness of this draw; they are {string.Join(", ", ceremony.Witnesses)}");
            if (!given.TryAdd(witness, digits))
                throw new WrongInputException($"'{witness}' gave two values; each witness gives one");
        }

        var missing = ceremony.Witnesses.Where(witness => !given.ContainsKey(witness)).ToArray();
        return missing.Length == 0
            ? [.. ceremony.Witnesses.Select(witness => new Contribution(witness, given[witness]))]
            : throw new WrongInputException($"the values of {string.Join(", ", missing)} are missing; give each with --value NAME=DIGITS");
    }
}
