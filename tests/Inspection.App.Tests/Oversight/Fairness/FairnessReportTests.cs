using Inspection.App.Oversight;

namespace Inspection.App.Tests.Oversight.Fairness;

/// <summary>
/// Simulated years, under fixed seeds: a test passes always or never. With seeds picked blindly, a report on honest draws
/// raises an alarm with a chance of at most 1%, so five or more of a hundred would with a chance of at most 0.4%.
/// </summary>
public sealed class FairnessReportTests
{
    private const int Years = 100;
    private const int MostAlarms = 4;

    [Fact]
    public void A_hundred_honest_years_raise_no_more_alarms_than_the_report_says()
    {
        var alarmed = new List<string>();
        for (var year = 0; year < Years; year++)
        {
            var report = FairnessReport.Of(new SimulatedYear((ulong)year).Run());
            if (report.Alarms.Any())
                alarmed.Add($"year {year}: {string.Join("; ", report.Alarms)}");
        }

        Assert.True(alarmed.Count <= MostAlarms, string.Join('\n', alarmed));
    }

    [Fact]
    public void A_year_in_which_fifty_friends_are_spared_and_one_inspector_is_steered_is_found()
    {
        var honest = new SimulatedYear(1);
        const string trade = "业0";
        var friends = honest.Enterprises.Where(one => one.Industry == trade && one.RiskClass.ToString() is "B" or "C")
            .OrderByDescending(static one => one.RiskClass).Take(50);
        var favoured = honest.Enterprises.Where(one => one.RiskClass.ToString() == "D").Take(12);
        var cheat = new SimulatedYear(1)
        {
            Friends = [.. friends.Select(static one => one.Uscc)],
            Steered = [.. favoured.Select(static one => one.Uscc)],
        };

        var report = FairnessReport.Of(cheat.Run());

        Assert.Equal(50, cheat.Friends.Count);
        Assert.Empty(FairnessReport.Of(honest.Run()).Alarms);
        Assert.Equal([trade], report.Alarms.Where(static look => look.Kind == LookKind.Industry).Select(static look => look.Subject));
        Assert.Equal(
            [SimulatedYear.SteeredInspector],
            report.Alarms.Where(static look => look.Kind == LookKind.RepeatedPairs).Select(static look => look.Subject));
    }

    [Fact]
    public void P_values_are_corrected_as_Holm_says()
    {
        Look[] looks = [Of("a", 0.01), Of("b", 0.04), Of("c", 0.03), Of("d", 0.005)];

        var report = FairnessReport.Corrected(looks);

        Assert.Equal(["d", "a", "c", "b"], report.Looks.Select(static look => look.Subject));
        Assert.Equal([0.02, 0.03, 0.06, 0.06], report.Looks.Select(static look => Math.Round(look.Adjusted, 12)));
    }

    private static Look Of(string subject, double p) => new(LookKind.District, subject, 0, 0, p);
}
