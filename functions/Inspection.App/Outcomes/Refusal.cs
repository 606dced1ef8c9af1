using Inspection.App.Languages;

namespace Inspection.App.Outcomes;

/// <summary>Why something was not done: expected, said in words, and turned into problem details at the edge.</summary>
/// <param name="Kind">What sort of refusal, which decides the HTTP status.</param>
/// <param name="Rule">The rule's short name, stable for scripts, such as <c>task-has-draw</c>.</param>
/// <param name="Detail">What is wrong and what to do, for a person.</param>
/// <param name="Chinese">The same in Chinese, for pages; empty where it is said in English alone.</param>
public sealed record Refusal(RefusalKind Kind, string Rule, string Detail, string Chinese = "")
{
    /// <summary>The request cannot be understood or breaks a bound: 400.</summary>
    public static Refusal Invalid(string rule, string detail, string chinese = "") => new(RefusalKind.Invalid, rule, detail, chinese);

    /// <summary>The same, in both languages.</summary>
    public static Refusal Invalid(string rule, Saying problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(RefusalKind.Invalid, rule, problem.English, problem.Chinese);
    }

    /// <summary>There is no such thing, or the actor may not know of it: 404.</summary>
    public static Refusal NotFound(string what, string chinese = "") => new(RefusalKind.NotFound, "not-found", what, chinese);

    /// <summary>A rule of the inspections forbids it in the present state: 409.</summary>
    public static Refusal Conflict(string rule, string detail, string chinese = "") => new(RefusalKind.Conflict, rule, detail, chinese);

    /// <summary>Somebody else changed it since it was read: 412.</summary>
    public static Refusal Stale(string detail, string chinese = "") => new(RefusalKind.Stale, "changed-meanwhile", detail, chinese);

    /// <summary>The actor's role does not allow it: 403.</summary>
    public static Refusal Forbidden(string rule, string detail, string chinese = "") => new(RefusalKind.Forbidden, rule, detail, chinese);
}

/// <summary>The sorts of refusal.</summary>
public enum RefusalKind
{
    Invalid,
    Forbidden,
    NotFound,
    Conflict,
    Stale,
}
