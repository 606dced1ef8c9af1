using Inspection.App.Outcomes;

namespace Inspection.App.Results;

/// <summary>One thing that keeps a result from being taken.</summary>
/// <param name="Rule">The rule's short name.</param>
/// <param name="Member">Where, as in the request: <c>inspectedOn</c>, <c>items[2].code</c>.</param>
/// <param name="Text">What is wrong and what to do.</param>
internal sealed record ResultProblem(string Rule, string Member, string Text)
{
    /// <summary>All problems in one refusal, named by the first; null where there is none.</summary>
    public static Refusal? Refuse(IEnumerable<ResultProblem> problems)
    {
        var all = problems.ToList();
        return all.Count == 0
            ? null
            : Refusal.Invalid(all[0].Rule, string.Join("; ", all.Select(static problem => $"{problem.Member}: {problem.Text}")));
    }
}
