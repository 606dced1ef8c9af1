using System.CommandLine;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary><c>commit</c>: fixes roster, rules and secret, and writes the notice to publish.</summary>
internal static class CommitCommand
{
    public static Command Create(Screen screen, TimeProvider clock)
    {
        var enterprises = new Option<string>("--enterprises") { Description = "CSV or .xlsx of enterprises", Required = true, HelpName = "FILE" };
        var inspectors = new Option<string>("--inspectors") { Description = "CSV or .xlsx of inspectors", Required = true, HelpName = "FILE" };
        var directory = new Option<string>("--out") { Description = "The directory for the notice and the secret state", Required = true, HelpName = "DIR" };
        var entropy = new EntropyOptions();
        var options = new CommitOptions();
        var command = new Command("commit", "Fix roster, rules and secret before the randomness exists, and write notice.json to publish")
        {
            enterprises, inspectors, directory,
        };
        entropy.AddTo(command);
        options.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            var plan = entropy.Read(parsed, clock.GetUtcNow());
            var request = options.Read(
                parsed, parsed.GetRequiredValue(enterprises), parsed.GetRequiredValue(inspectors), parsed.GetRequiredValue(directory), plan, clock);
            var commitment = new Commitment(screen).Make(request, cancellation);
            Tell(commitment, screen);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Tell(CommittedDraw draw, Screen screen)
    {
        var terms = draw.Notice.Terms;
        screen.Heading($"Draw {terms.DrawId} is committed");
        screen.Line($"On the roster: {terms.RosterSize}; left out: {terms.Excluded.Size}; inspectors who can serve: {terms.Inspectors.Size}");
        screen.Line($"Publish now, before the randomness exists: {draw.Directory.PathOf(Notice.FileName)}");
        screen.Line($"Its hash: {draw.Notice.Hash}");
        screen.Line($"Keep secret: {draw.Directory.SecretPath}");
        screen.Line("Then: " + terms.Entropy switch
        {
            CeremonyPlan ceremony => $"reveal --state {draw.Directory.Path} "
                + string.Join(' ', ceremony.Witnesses.Select(witness => $"--value '{witness}={new string('0', ceremony.Digits)}'"))
                + " with the witnesses' digits",
            DrandPlan drand => $"reveal --state {draw.Directory.Path} --drand-signature HEX, the signature of round {drand.Round}",
            _ => $"reveal --state {draw.Directory.Path}",
        });
        if (terms.Entropy is DrandPlan plan)
            screen.Note(KnownBeacons.Describe(plan));
        if (terms.Entropy is NoEntropyPlan)
            screen.Warn(new NoEntropy().Worth);
    }
}
