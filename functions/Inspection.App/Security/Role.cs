namespace Inspection.App.Security;

/// <summary>What a user may do. A user may hold several roles; a department limits some of them to its own tasks.</summary>
public static class Role
{
    /// <summary>Keeps the directories, users, tokens and settings.</summary>
    public const string Administrator = "administrator";

    /// <summary>Approves tasks: the head of the authority.</summary>
    public const string Head = "head";

    /// <summary>Plans, commits, reveals, replaces.</summary>
    public const string Scheduler = "scheduler";

    /// <summary>Sees own visits and records their results.</summary>
    public const string Inspector = "inspector";

    /// <summary>Reviews what somebody else recorded.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Reads everything, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, Head, Scheduler, Inspector, Reviewer, Auditor];
}
