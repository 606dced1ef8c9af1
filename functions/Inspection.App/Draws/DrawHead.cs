using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>Where a draw stands. It goes forward only.</summary>
public enum DrawState
{
    /// <summary>Asked for; nothing is published yet, and it may still turn out that it cannot be.</summary>
    Requested,

    /// <summary>The notice is numbered and public; the randomness is not there yet.</summary>
    Committed,

    /// <summary>Drawn; the visits are made.</summary>
    Drawn,

    /// <summary>The visits are over; what was withheld until then is public.</summary>
    Closed,

    /// <summary>Voided by two people, with their reason. Its notice and record stay.</summary>
    Voided,
}

/// <summary>The wish of one person to void a draw, which a second one confirms.</summary>
/// <param name="By">Who wishes it.</param>
/// <param name="Reason">Why, in words that become public.</param>
/// <param name="At">When.</param>
public sealed record VoidRequest(string By, string Reason, DateTimeOffset At);

/// <summary>
/// The head of a draw: one row, each write of which makes a step visible. What is large lies in blobs and rows under the
/// draw's id and is written before the head that speaks of it.
/// </summary>
public sealed record DrawHead : IVersioned
{
    public required string Id { get; init; }

    public required string TaskId { get; init; }

    /// <summary>The plan that it counts against; empty where none.</summary>
    public string PlanId { get; init; } = "";

    public required int Attempt { get; init; }

    public required DrawState State { get; init; }

    public required string Title { get; init; }

    /// <summary>Who takes part, and so may see it.</summary>
    public required IReadOnlyList<DepartmentTeam> Departments { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public Disclosure Disclosure { get; init; }

    public ListPublished ListPublished { get; init; }

    /// <summary>Why its enterprises were named and not drawn; null for a random draw.</summary>
    public TargetGrounds? Target { get; init; }

    public EntropyKind Entropy { get; init; }

    /// <summary>The draw whose shortages this one fills; empty for an ordinary draw.</summary>
    public string Supplements { get; init; } = "";

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The folder of the materials that the notice commits to; empty until it is committed.</summary>
    public string Preparation { get; init; } = "";

    /// <summary>The notice's hash; empty until it is committed.</summary>
    public string NoticeHash { get; init; } = "";

    /// <summary>The hash of the authority's notice before; empty for its first.</summary>
    public string Previous { get; init; } = "";

    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>From when on the randomness is fixed; null while a ceremony lacks a witness's value.</summary>
    public DateTimeOffset? EntropyAt { get; init; }

    public int RosterSize { get; init; }

    public DateTimeOffset? DrawnAt { get; init; }

    /// <summary>How many enterprises were drawn.</summary>
    public int Selected { get; init; }

    /// <summary>When it was listed as abandoned: committed, and not drawn while its task lasted.</summary>
    public DateTimeOffset? AbandonedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public VoidRequest? VoidRequest { get; init; }

    /// <summary>The second person, who confirmed the void.</summary>
    public string VoidedBy { get; init; } = "";

    public DateTimeOffset? VoidedAt { get; init; }

    /// <summary>Whether something that this head says has still to be announced.</summary>
    public bool IsUnannounced { get; init; }

    /// <summary>Whether the drawn stand in the history of visits, by which later draws leave them out.</summary>
    public bool IsInHistory { get; init; }

    /// <summary>The version that was read; set by the store.</summary>
    internal ETag ETag { get; init; }

    ETag IVersioned.ETag => ETag;

    /// <summary>The rows that this draw holds beside its head; set by the store.</summary>
    internal IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>Whether the list of the drawn is public.</summary>
    public bool IsListPublic => DrawnAt is not null && (ListPublished == ListPublished.AtDraw || ClosedAt is not null);

    /// <summary>Who takes part, each once.</summary>
    internal IReadOnlyList<string> DepartmentNames => DepartmentTeam.NamesOf(Departments);

    /// <summary>Once nobody can change the randomness any more, a committed draw can only be drawn.</summary>
    public bool IsEntropyFixed(DateTimeOffset now) => EntropyAt <= now;
}
