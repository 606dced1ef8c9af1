namespace Inspection.App.Security;

/// <summary>Who did what, once. It holds names and no other personal data, and no secret.</summary>
/// <param name="Time">When.</param>
/// <param name="Actor">The user's name; <c>calendar</c> for jobs, <c>command-line</c> for the program on the store itself.</param>
/// <param name="Action">What: the method and the route of a request, such as <c>PUT users/{name}</c>, or the name of a job.</param>
/// <param name="Subject">To what, as a path such as <c>users/li.lei</c>.</param>
/// <param name="Outcome"><c>done</c>, or the rule that refused it.</param>
/// <param name="RequestId">The request, as problem details and the log name it; empty outside of requests.</param>
public sealed record AuditEntry(
    DateTimeOffset Time, string Actor, string Action, string Subject, string Outcome, string RequestId);
