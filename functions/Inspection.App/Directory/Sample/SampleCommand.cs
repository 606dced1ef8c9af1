using System.CommandLine;
using Inspection.App.Terminal;

namespace Inspection.App.Directory;

/// <summary><c>sample</c>: makes a synthetic district registry to try the product with.</summary>
internal static class SampleCommand
{
    public static Command Create(Screen screen)
    {
        var enterprises = new Option<int>("--enterprises")
        {
            Description = "How many enterprises", DefaultValueFactory = _ => 10_000, HelpName = "N",
        };
        var inspectors = new Option<int>("--inspectors")
        {
            Description = "How many inspectors", DefaultValueFactory = _ => 200, HelpName = "M",
        };
        var directory = new Option<string>("--out") { Description = "The directory to write to", Required = true, HelpName = "DIR" };
        var seed = new Option<ulong>("--random-seed")
        {
            Description = "The same seed gives the same bytes", DefaultValueFactory = _ => 1, HelpName = "S",
        };
        var command = new Command("sample", "Make a synthetic district registry: enterprises.csv and inspectors.csv")
        {
            enterprises, inspectors, directory, seed,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(directory),
            parsed.GetValue(enterprises),
            parsed.GetValue(inspectors),
            parsed.GetValue(seed),
            screen));
        return command;
    }

    public static int Run(string directory, int enterprises, int inspectors, ulong seed, Screen screen)
    {
        if (enterprises is < 1 or > SampleRegistry.MaxEnterprises)
            throw new WrongInputException($"--enterprises {enterprises} is not 1 to {SampleRegistry.MaxEnterprises}");
        if (inspectors is < 0 or > SampleRegistry.MaxInspectors)
            throw new WrongInputException($"--inspectors {inspectors} is not 0 to {SampleRegistry.MaxInspectors}");
        screen.Work($"writing a sample of {enterprises} enterprises and {inspectors} inspectors", _ =>
        {
            SampleRegistry.Write(directory, enterprises, inspectors, seed);
            return 0;
        });
        screen.Line(Path.Combine(directory, SampleRegistry.EnterprisesFile));
        screen.Line(Path.Combine(directory, SampleRegistry.InspectorsFile));
        return ExitCode.Success;
    }
}
