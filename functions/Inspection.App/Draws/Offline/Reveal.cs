using Inspection.App.Directory;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>Draws a committed draw and writes its files; a second time with the same randomness it writes the same bytes.</summary>
internal sealed class Reveal(Screen screen)
{
    /// <exception cref="WrongInputException">The draw was revealed before with other randomness.</exception>
    public void Run(CommittedDraw committed, EntropyEvidence evidence, CancellationToken cancellation)
    {
        var directory = committed.Directory;
        if (evidence.ProblemFor(committed.Notice.Terms.Entropy) is { } problem)
            throw new WrongInputException(problem);
        directory.FixEvidence(evidence);
        var draw = screen.Work("drawing", progress =>
        {
            var options = new WorkOptions { Progress = progress, Cancellation = cancellation };
            var drawn = Draw.Run(committed.Notice, committed.Materials, evidence, options);
            progress.Report("writing the files");
            WriteFiles(drawn, directory);
            return drawn;
        });
        new DrawReport(screen).Show(draw, directory);
    }

    private static void WriteFiles(Draw draw, DrawDirectory directory)
    {
        var registry = RegistryCopy.Find(
            directory.RegistryPath, [.. draw.Record.Selected.Concat(draw.Record.Reserves).Select(static lot => lot.Uscc)]);
        WriteList(directory.PathOf("selected.csv"), draw.Record.Selected, draw.Teams.Selected, registry);
        WriteList(directory.PathOf("reserves.csv"), draw.Record.Reserves, draw.Teams.Reserves, registry);
        AtomicFile.Write(directory.PathOf(ExclusionList.FileName), stream => stream.Write(draw.Materials.Excluded.File.Span), isSecret: true);
        AtomicFile.Write(directory.PathOf("package.zip"), draw.WritePackage, isSecret: true);
        if (draw.Notice.Terms.Disclosure == Disclosure.Open)
            AtomicFile.Write(directory.PathOf("open.zip"), draw.WriteOpenPackage);
        AtomicFile.Write(directory.PathOf(Membership.FileName), stream => stream.Write(draw.ToMembership().ToFile()));
        AtomicFile.Write(directory.PathOf(PublicRecord.FileName), stream => stream.Write(draw.ToPublic(withSelected: true).ToFile()));
    }

    private static void WriteList(
        string path, IReadOnlyList<Lot> lots, IReadOnlyList<VisitTeams> visits,
        Dictionary<UnifiedSocialCreditCode, Description> registry) =>
        SpreadsheetCsv.Write(
            path,
            ["uscc", "name", "district", "industry", "address", "risk_class", "inspectors", "substitutes", "shortage"],
            lots.Zip(visits, (lot, visit) => Row(lot, visit, registry[lot.Uscc])),
            isSecret: true);

    private static string[] Row(Lot lot, VisitTeams visit, Description enterprise) =>
    [
        lot.Uscc.ToString(), enterprise.Name, enterprise.District, enterprise.Industry, enterprise.Address,
        lot.RiskClass.ToString(),
        Join(visit, static team => team.Inspectors),
        Join(visit, static team => team.Substitutes),
        visit.Teams.Sum(static team => team.Shortage).ToString(System.Globalization.CultureInfo.InvariantCulture),
    ];

    private static string Join(VisitTeams visit, Func<Team, IReadOnlyList<string>> ids) =>
        string.Join("; ", visit.Teams.Select(team => $"{team.Department}: {string.Join(' ', ids(team))}"));
}
