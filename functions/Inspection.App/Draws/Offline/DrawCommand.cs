using System.CommandLine;
using Inspection.App.Directory;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary><c>draw</c>: commit and reveal in one, with no randomness from outside; for demonstrations and drills.</summary>
internal static class DrawCommand
{
    private const int SampleInspectors = 200;
    private const ulong SampleSeed = 1;

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var enterprises = new Option<string>("--enterprises") { Description = "CSV or .xlsx of enterprises", HelpName = "FILE" };
        var inspectors = new Option<string>("--inspectors") { Description = "CSV or .xlsx of inspectors", HelpName = "FILE" };
        var sample = NumberOption.Optional(
            "--sample", 1, SampleRegistry.MaxEnterprises, "Make a sample registry of N enterprises in DIR and draw from it");
        var directory = new Option<string>("--out") { Description = "The directory for the result", Required = true, HelpName = "DIR" };
        var options = new CommitOptions();
        var command = new Command("draw", "Commit and reveal in one, without outside randomness: a demonstration, not a proof")
        {
            enterprises, inspectors, sample, directory,
        };
        options.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            var output = parsed.GetRequiredValue(directory);
            var (enterprisesFile, inspectorsFile) = Files(
                parsed.GetValue(enterprises), parsed.GetValue(inspectors), parsed.GetValue(sample), output, screen, cancellation);
            var request = options.Read(parsed, enterprisesFile, inspectorsFile, output, new NoEntropyPlan(), clock);
            var committed = new Commitment(screen).Make(request, cancellation);
            new Reveal(screen).Run(committed, new NoEntropy(), cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static (string Enterprises, string Inspectors) Files(
        string? enterprises, string? inspectors, int? sample, string output, Screen screen, CancellationToken cancellation)
    {
        if (sample is { } count && enterprises is null && inspectors is null)
        {
            DrawDirectory.Create(output);
            SampleCommand.Run(output, count, SampleInspectors, SampleSeed, screen, cancellation);
            return (Path.Combine(output, SampleRegistry.EnterprisesFile), Path.Combine(output, SampleRegistry.InspectorsFile));
        }

        return enterprises is not null && inspectors is not null && sample is null
            ? (enterprises, inspectors)
            : throw new WrongInputException("give --enterprises and --inspectors, or --sample N to try it without files of your own");
    }
}
