using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>
/// A task that somebody is still writing: kept step by step, so that nothing is lost when a session ends, and seen by nobody
/// else until it goes to the head. Then it becomes a task of the same id.
/// </summary>
internal sealed record TaskDraft : IVersioned
{
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Owner { get; init; }

    /// <summary>The task that it changes; empty for a new one.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The version of that task which was read.</summary>
    public string TaskVersion { get; init; } = "";

    public required TaskTerms Terms { get; init; }

    /// <summary>The names of the steps that were gone through.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    internal ETag ETag { get; init; }

    ETag IVersioned.ETag => ETag;
}
