namespace Inspection.App.Oversight;

/// <summary>A visit that found a problem.</summary>
/// <param name="DrawId">The draw that led to it.</param>
/// <param name="On">The day of the visit.</param>
/// <param name="IsOpen">Whether the problem is not settled.</param>
public sealed record ProblemSeen(string DrawId, DateOnly On, bool IsOpen);

/// <summary>
/// When an enterprise is proposed for the watch list (重点关注企业名单): repeated problems within twelve months, still
/// uncorrected after recorded guidance (行政指导). The problems alone are a warning, that guidance is due.
/// </summary>
/// <remarks>
/// <code>
/// repeated      at least two visits of the last twelve months found a problem
/// uncorrected   a visit after the guidance found a problem again,
///               or one from before it is still open so many days after it
/// </code>
/// </remarks>
public static class WatchRule
{
    private const int Months = 12;
    private const int Repeated = 2;

    /// <summary>The state that the rule leads to, or null where it applies to nothing.</summary>
    /// <param name="problems">The visits that found a problem.</param>
    /// <param name="guidance">The days of the guidance that was given.</param>
    /// <param name="today">The day of judgement.</param>
    /// <param name="correctionDays">How many days after guidance a problem may still be open.</param>
    public static WatchState? Judge(
        IReadOnlyCollection<ProblemSeen> problems, IReadOnlyCollection<DateOnly> guidance, DateOnly today, int correctionDays)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(guidance);
        var recent = Recent(problems, today).ToList();
        if (recent.Count < Repeated)
            return null;
        return guidance.Any(day => recent.Exists(problem => problem.On > day || (problem.IsOpen && today > day.AddDays(correctionDays))))
            ? WatchState.Proposed
            : WatchState.Warned;
    }

    /// <summary>The problems of the last twelve months, which the rule speaks of.</summary>
    public static IEnumerable<ProblemSeen> Recent(IEnumerable<ProblemSeen> problems, DateOnly today) =>
        problems.Where(problem => problem.On > today.AddMonths(-Months) && problem.On <= today);
}
