using Inspection.App.Oversight;

namespace Inspection.App.Tests.Oversight.Watch;

public sealed class WatchRuleTests
{
    private const int CorrectionDays = 30;

    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData(null, "2026-10-01", "")]
    [InlineData(WatchState.Warned, "2026-10-01 2026-05-01", "")]
    [InlineData(null, "2026-10-01 2025-11-01", "")]
    [InlineData(WatchState.Warned, "2026-10-01 2025-11-02", "")]
    [InlineData(WatchState.Proposed, "2026-10-01 2026-05-01", "2026-06-01")]
    [InlineData(WatchState.Warned, "2026-10-01 2026-05-01", "2026-10-01")]
    [InlineData(WatchState.Warned, "2026-10-01 2026-05-01", "2026-10-15")]
    [InlineData(WatchState.Proposed, "2026-09-01! 2026-05-01", "2026-09-15")]
    [InlineData(WatchState.Warned, "2026-09-01! 2026-05-01", "2026-10-15")]
    [InlineData(null, "2026-10-01", "2026-06-01")]
    public void Repeated_problems_warn_and_those_uncorrected_after_guidance_are_proposed(WatchState? state, string problems, string guidance)
    {
        var seen = problems.Split(' ').Select(static text => new ProblemSeen(text, Day(text.TrimEnd('!')), text.EndsWith('!'))).ToList();
        var given = guidance.Length == 0 ? [] : guidance.Split(' ').Select(Day).ToList();

        Assert.Equal(state, WatchRule.Judge(seen, given, Today, CorrectionDays));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
