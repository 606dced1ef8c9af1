using System.CommandLine;
using Inspection.App.Directory;
using Inspection.App.Draws.Offline;
using Inspection.App.Hosting;
using Inspection.App.Ledger;
using Inspection.App.Security;
using Inspection.App.Terminal;

var screen = Screen.OfProcess();
var root = new RootCommand("双随机、一公开: draws who is inspected and by whom, so that anybody entitled can check it")
{
    SampleCommand.Create(screen),
    CommitCommand.Create(screen, TimeProvider.System),
    RevealCommand.Create(screen),
    DrawCommand.Create(screen, TimeProvider.System),
    VerifyCommand.Create(screen),
    CertificateCommand.Create(screen),
    TokenCommand.Create(screen),
    LedgerCommand.Create(screen),
};
ServeCommand.AddTo(root, screen);
return CommandLine.Run(root, args, screen);
