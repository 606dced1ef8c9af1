namespace Inspection.App.Security;

/// <summary>Which entries a query wants.</summary>
/// <param name="From">Those at this time or later.</param>
/// <param name="To">Those before this time.</param>
/// <param name="Actor">Those of this user.</param>
/// <param name="Subject">Those of this subject or of what lies beneath it: <c>users/li</c> takes <c>users/li/tokens/…</c>.</param>
internal sealed record AuditFilter(DateTimeOffset? From, DateTimeOffset? To, string? Actor, string? Subject)
{
    public bool Takes(AuditEntry entry) =>
        (From is not { } from || entry.Time >= from)
        && (To is not { } to || entry.Time < to)
        && (Actor is null || string.Equals(entry.Actor, Actor, StringComparison.OrdinalIgnoreCase))
        && (Subject is null || IsOrIsBeneath(entry.Subject, Subject));

    private static bool IsOrIsBeneath(string subject, string wanted) =>
        subject.StartsWith(wanted, StringComparison.Ordinal)
        && (subject.Length == wanted.Length || subject[wanted.Length] == '/');
}
