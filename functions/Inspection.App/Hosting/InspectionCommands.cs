using System.CommandLine;
using Inspection.App.Directory;
using Inspection.App.Draws.Offline;
using Inspection.App.Ledger;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Terminal;

namespace Inspection.App.Hosting;

/// <summary>Every command of the program.</summary>
internal static class InspectionCommands
{
    public static RootCommand Create(Screen screen, TimeProvider clock)
    {
        var root = new RootCommand("双随机、一公开: draws who is inspected and by whom, so that anybody entitled can check it")
        {
            SampleCommand.Create(screen),
            CommitCommand.Create(screen, clock),
            RevealCommand.Create(screen),
            DrawCommand.Create(screen, clock),
            VerifyCommand.Create(screen),
            CertificateCommand.Create(screen),
            LedgerCommand.Create(screen),
            TokenCommand.Create(screen),
            StoreCommand.Create(screen, clock),
        };
        // "dotnet run" gives its environment this way: see RunArguments of the project.
        root.Add(new EnvironmentVariablesDirective());
        ServeCommand.AddTo(root, screen);
        return root;
    }
}
