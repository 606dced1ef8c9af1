using Azure;
using Inspection.App.Outcomes;
using Newtonsoft.Json;

namespace Inspection.App.Results;

/// <summary>
/// An objection (异议) of an enterprise to a published result. Who objects and with what words stays private; the public is
/// told that there is one, where it stands and, once two people have agreed on it, the answer.
/// </summary>
public sealed record Objection : IVersioned
{
    /// <summary>Its name, which nobody can guess and everybody may see.</summary>
    public required string Receipt { get; init; }

    public required string DrawId { get; init; }

    public required string Uscc { get; init; }

    public required ObjectionState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who objects; private.</summary>
    public required ObjectionContact Contact { get; init; }

    /// <summary>What is objected; private.</summary>
    public required string Text { get; init; }

    /// <summary>What was found; null before somebody wrote an answer.</summary>
    public bool? Upholds { get; init; }

    /// <summary>The answer, which becomes public once a second person approves it.</summary>
    public string Answer { get; init; } = "";

    public string AnsweredBy { get; init; } = "";

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The second person, who approved the answer or returned it.</summary>
    public string ReviewedBy { get; init; } = "";

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Why an answer was returned; private.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>Counts the writes of this row, from 1; set by the store.</summary>
    public int Version { get; init; }

    [JsonIgnore]
    public ResultId ResultId => new(DrawId, Uscc);

    [JsonIgnore]
    public bool IsSettled => State is ObjectionState.Upheld or ObjectionState.Dismissed;

    /// <summary>The version that was read; set by the store.</summary>
    internal ETag ETag { get; init; }

    ETag IVersioned.ETag => ETag;
}

/// <summary>How whoever objects can be reached; private.</summary>
public sealed record ObjectionContact(string Name, string Phone, string Email);

/// <summary>An objection as the public sees it: that there is one, and the answer once it is approved.</summary>
/// <param name="Receipt">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Answer">The approved answer; empty until then.</param>
/// <param name="AnsweredAt">When it was approved.</param>
public sealed record PublicObjection(string Receipt, ObjectionState State, DateTimeOffset ReceivedAt, string Answer, DateTimeOffset? AnsweredAt)
{
    /// <summary>The result that it objects to.</summary>
    public string ResultId { get; init; } = "";

    internal static PublicObjection Of(Objection objection) => new(
        objection.Receipt, objection.State, objection.ReceivedAt,
        objection.IsSettled ? objection.Answer : "", objection.IsSettled ? objection.ReviewedAt : null)
    {
        ResultId = objection.ResultId.ToString(),
    };
}
