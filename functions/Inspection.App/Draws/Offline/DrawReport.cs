using System.Globalization;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>What a person reads at the end of a draw.</summary>
internal sealed class DrawReport(Screen screen)
{
    public void Show(Draw draw, DrawDirectory directory)
    {
        screen.Heading($"Draw {draw.Notice.Terms.DrawId}: {draw.Record.Selected.Count} of {draw.Notice.Terms.RosterSize} drawn");
        ShowClasses(draw);
        ShowTeams(draw);
        screen.Heading("What the randomness is worth");
        screen.Line(draw.Record.Entropy.Worth);
        if (draw.Notice.Terms.Entropy is not NoEntropyPlan)
            screen.Line($"Whoever saw the notice before compares its hash: {draw.Notice.Hash}");
        if (draw.Notice.Terms.Entropy is CeremonyPlan)
            screen.Line($"Each witness looks into {directory.PathOf(PublicRecord.FileName)} for the value that it gave.");
        ShowFiles(draw, directory);
    }

    private void ShowClasses(Draw draw) => screen.Table(
        ["class", "on the roster", "chance", "drawn", "in reserve"],
        draw.Record.Classes.Zip(draw.Notice.Terms.Sampling.Sizes, (outcome, size) => new[]
        {
            outcome.RiskClass.ToString(),
            Number(size.Size),
            size.Size == 0 ? "-" : ((double)outcome.Quota / size.Size).ToString("0.00%", CultureInfo.InvariantCulture),
            Number(outcome.Quota),
            Number(draw.Record.Reserves.Count(lot => lot.RiskClass == outcome.RiskClass)),
        }));

    private void ShowTeams(Draw draw)
    {
        var teams = draw.Teams.Selected.SelectMany(static visit => visit.Teams).ToList();
        var visits = teams.SelectMany(static team => team.Inspectors).CountBy(static id => id).ToDictionary();
        screen.Heading("Visits per inspector");
        screen.Table(
            ["department", "inspectors", "fewest", "mean", "most", "short"],
            draw.Notice.Terms.Teams.Select(static team => team.Department).Distinct()
                .Select(department => VisitsOf(department, draw, teams, visits)));
        var shortages = draw.Teams.Selected.Count(static visit => visit.Teams.Any(static team => team.Shortage > 0));
        if (shortages > 0)
        {
            screen.Warn($"{shortages} visits are short of inspectors: too few of the department hold the skill or are free of recusal. "
                + "Fill them by a supplementary draw of those enterprises at rate 100%");
        }
    }

    private static string[] VisitsOf(string department, Draw draw, List<Team> teams, Dictionary<string, int> visits)
    {
        var counts = draw.Materials.Inspectors.Items.Where(inspector => inspector.Department == department)
            .Select(inspector => visits.GetValueOrDefault(inspector.Id)).ToList();
        var shortage = teams.Where(team => team.Department == department).Sum(static team => team.Shortage);
        return counts.Count == 0
            ? [department, "0", "-", "-", "-", Number(shortage)]
            : [department, Number(counts.Count), Number(counts.Min()), counts.Average().ToString("0.0", CultureInfo.InvariantCulture), Number(counts.Max()), Number(shortage)];
    }

    private void ShowFiles(Draw draw, DrawDirectory directory)
    {
        screen.Heading("Files");
        var publicRecord = directory.PathOf(PublicRecord.FileName);
        var membership = directory.PathOf(Membership.FileName);
        var package = directory.PathOf("package.zip");
        screen.Line($"For everybody: {directory.PathOf(Notice.FileName)}, {publicRecord}, {membership}");
        screen.Line($"For auditors: {package}");
        screen.Line($"For the regulator: {directory.PathOf("selected.csv")}, {directory.PathOf("reserves.csv")}, {directory.PathOf(ExclusionList.FileName)}");
        if (draw.Notice.Terms.Disclosure == Disclosure.Open)
            screen.Line($"For everybody, once the draw is closed: {directory.PathOf("open.zip")}");
        screen.Line();
        screen.Line($"Check it: verify {package} --public {publicRecord} --membership {membership}");
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
