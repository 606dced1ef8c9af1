using Azure;
using Inspection.App.Languages;
using Inspection.App.Outcomes;
using Inspection.App.Results;

namespace Inspection.App.Oversight;

/// <summary>Where a lead (线索) stands. The names are stable.</summary>
public enum LeadState
{
    [Label("已收到", "Received")]
    Received,

    /// <summary>Nothing is done about it; the answer says why.</summary>
    [Label("不予核查", "Not followed")]
    Dismissed,

    /// <summary>A targeted task looks into it.</summary>
    [Label("已列入检查", "To be inspected")]
    Confirmed,

    /// <summary>The result of the inspection is public.</summary>
    [Label("已检查", "Inspected")]
    Inspected,
}

/// <summary>How whoever reports can be reached; nobody has to say.</summary>
/// <param name="Name">The name.</param>
/// <param name="Phone">A phone number.</param>
/// <param name="Email">An e-mail address.</param>
public sealed record LeadContact(string Name, string Phone, string Email);

/// <summary>What somebody reported about an enterprise. Nothing of it is ever public.</summary>
public sealed record Lead : IVersioned
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the receipt, which only the reporter has.</summary>
    public required string ReceiptHash { get; init; }

    public required LeadState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The enterprise's code; empty where the reporter does not know it.</summary>
    public required string Uscc { get; init; }

    /// <summary>Which enterprise, in the reporter's words: its name, where it is.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>The contact, closed by data protection; empty for an anonymous lead.</summary>
    public required string SealedContact { get; init; }

    /// <summary>Photos and documents.</summary>
    public IReadOnlyList<Evidence> Files { get; init; } = [];

    public string TriagedBy { get; init; } = "";

    public DateTimeOffset? TriagedAt { get; init; }

    /// <summary>What the reporter is told.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The targeted task that looks into it.</summary>
    public string TaskId { get; init; } = "";

    /// <summary>The public result that the task led to.</summary>
    public string ResultId { get; init; } = "";

    /// <summary>Counts the writes of this row, from 1; set by the store.</summary>
    public int Version { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    internal ETag ETag { get; init; }

    ETag IVersioned.ETag => ETag;
}

/// <summary>A lead as its reporter sees it, by the receipt alone: no word of what was reported.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Answer">What the reporter is told.</param>
/// <param name="ResultId">The public result of the inspection; empty until there is one.</param>
public sealed record PublicLead(LeadState State, DateTimeOffset ReceivedAt, string Answer, string ResultId)
{
    internal static PublicLead Of(Lead lead) => new(lead.State, lead.ReceivedAt, lead.Answer, lead.ResultId);
}
