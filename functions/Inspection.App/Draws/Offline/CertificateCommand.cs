using System.CommandLine;
using Inspection.App.Directory;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary><c>certificate</c>: takes from a package what one enterprise needs to check its own lot.</summary>
internal static class CertificateCommand
{
    public static Command Create(Screen screen)
    {
        var package = new Option<string>("--package") { Description = "The draw's package.zip", Required = true, HelpName = "FILE" };
        var uscc = new Option<string>("--uscc") { Description = "The enterprise's unified social credit code", Required = true, HelpName = "CODE" };
        var command = new Command("certificate", "Write one enterprise's certificate to standard output") { package, uscc };
        command.Does((parsed, _) =>
        {
            using var file = InputFile.Open(parsed.GetRequiredValue(package));
            var certificate = Make(PackageFile.Read(file), Code(parsed.GetRequiredValue(uscc)));
            screen.Raw(certificate.ToFile());
            screen.Warn($"this certificate proves the class {certificate.RiskClass} of {certificate.Uscc} to whoever sees it; give it to that enterprise alone");
            return ExitCode.Success;
        });
        return command;
    }

    private static UnifiedSocialCreditCode Code(string text) => CodeCell.TryParse(CellText.Narrow(text), out var code, out var problem)
        ? code
        : throw new WrongInputException($"--uscc '{text}': {problem}");

    private static Certificate Make(IReadOnlyDictionary<string, byte[]> files, UnifiedSocialCreditCode uscc)
    {
        var notice = Notice.Parse(files[Notice.FileName]);
        var roster = RosterFile.Read(new MemoryStream(files[RosterFile.Name]));
        var key = DrawKey.ReadText(files[PackageFile.DrawKeyName]);
        var tree = RosterTree.Build(roster, key);
        if (tree.Root != notice.Terms.RosterRoot)
            throw new WrongInputException("the package's roster is not the one that its notice committed to; run verify on it");
        var record = files[DrawRecord.FileName];
        return Certificate.Create(DrawRecord.Parse(record), Digest.Of(record), roster, key, tree, uscc);
    }
}
