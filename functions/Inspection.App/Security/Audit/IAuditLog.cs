namespace Inspection.App.Security;

/// <summary>
/// The log of who did what, apart from the public ledger. Every request of a signed-in user that may change something is
/// written by itself; jobs and commands write here what they do.
/// </summary>
public interface IAuditLog
{
    /// <summary>What an action that went through has as its outcome.</summary>
    const string Done = "done";

    /// <summary>Appends an entry; there is no way to change one.</summary>
    Task WriteAsync(
        Actor actor, string action, string subject, string outcome = Done, CancellationToken cancellation = default);
}
