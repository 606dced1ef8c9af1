using System.CommandLine;
using Inspection.App.Terminal;

namespace Inspection.App.Directory;

/// <summary><c>sample</c>: makes a synthetic district registry to try the product with.</summary>
internal static class SampleCommand
{
    public static Command Create(Screen screen)
    {
        var enterprises = NumberOption.Create("--enterprises", 1, SampleRegistry.MaxEnterprises, 10_000, "How many enterprises");
        var inspectors = NumberOption.Create("--inspectors", 0, SampleRegistry.MaxInspectors, 200, "How many inspectors");
        var directory = new Option<string>("--out") { Description = "The directory to write to", Required = true, HelpName = "DIR" };
        var seed = NumberOption.Create("--random-seed", 0UL, ulong.MaxValue, 1UL, "The same seed gives the same bytes");
        var command = new Command("sample", "Make a synthetic district registry: enterprises.csv and inspectors.csv")
        {
            enterprises, inspectors, directory, seed,
        };
        command.Does((parsed, cancellation) => Run(
            parsed.GetRequiredValue(directory),
            parsed.GetValue(enterprises),
            parsed.GetValue(inspectors),
            parsed.GetValue(seed),
            screen,
            cancellation));
        return command;
    }

    public static int Run(
        string directory, int enterprises, int inspectors, ulong seed, Screen screen, CancellationToken cancellation)
    {
        OutputDirectory.Create(directory);
        screen.Work($"writing a sample of {enterprises} enterprises and {inspectors} inspectors", _ =>
        {
            SampleRegistry.Write(directory, enterprises, inspectors, seed, cancellation: cancellation);
            return 0;
        });
        screen.Line(Path.Combine(directory, SampleRegistry.EnterprisesFile));
        screen.Line(Path.Combine(directory, SampleRegistry.InspectorsFile));
        return ExitCode.Success;
    }
}
