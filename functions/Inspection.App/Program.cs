using Inspection.App.Hosting;
using Inspection.App.Terminal;

CommandLine.UseUtf8();
var screen = Screen.OfProcess();
return CommandLine.Run(InspectionCommands.Create(screen, TimeProvider.System), args, screen);
