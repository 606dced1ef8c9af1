using System.Diagnostics.CodeAnalysis;

namespace Inspection.App.Planning;

/// <summary>A task as the API shows it: what people wrote, and where it stands.</summary>
internal sealed record TaskView : TaskTerms
{
    [SetsRequiredMembers]
    private TaskView(TaskTerms terms)
        : base(terms)
    {
    }

    public string Id { get; init; } = "";

    public TaskState State { get; init; }

    public string CreatedBy { get; init; } = "";

    /// <summary>Empty while it is a draft.</summary>
    public string ApprovedBy { get; init; } = "";

    /// <summary>The month of a task that the calendar made, as yyyy-MM; empty otherwise.</summary>
    public string Month { get; init; } = "";

    /// <summary>How many draws were committed for it, voided ones among them.</summary>
    public int Attempt { get; init; }

    /// <summary>Its draw; empty where there is none.</summary>
    public string DrawId { get; init; } = "";

    public static TaskView Of(InspectionTask task) => new(task.Terms)
    {
        Id = task.Id,
        State = task.State,
        CreatedBy = task.CreatedBy,
        ApprovedBy = task.ApprovedBy,
        Month = task.Month,
        Attempt = task.Attempt,
        DrawId = task.DrawId,
    };
}
