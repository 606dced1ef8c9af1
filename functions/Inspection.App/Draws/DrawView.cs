using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>A draw as the regulator's people see it.</summary>
public sealed record DrawView
{
    public required string Id { get; init; }

    public required string TaskId { get; init; }

    public required string PlanId { get; init; }

    public required int Attempt { get; init; }

    public required DrawState State { get; init; }

    /// <summary>What is being done right now; empty where nothing is.</summary>
    public string Progress { get; init; } = "";

    public required string Title { get; init; }

    public required IReadOnlyList<DepartmentTeam> Departments { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required Disclosure Disclosure { get; init; }

    public required ListPublished ListPublished { get; init; }

    public required EntropyKind Entropy { get; init; }

    /// <summary>Why its enterprises were named and not drawn; null for a random draw.</summary>
    public TargetGrounds? Target { get; init; }

    public required string Supplements { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string NoticeHash { get; init; }

    public required string Previous { get; init; }

    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>From when on the randomness is fixed; null while a ceremony lacks a value.</summary>
    public DateTimeOffset? EntropyAt { get; init; }

    public required int RosterSize { get; init; }

    public DateTimeOffset? DrawnAt { get; init; }

    public required int Selected { get; init; }

    public DateTimeOffset? AbandonedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public VoidRequest? VoidRequest { get; init; }

    public required string VoidedBy { get; init; }

    public DateTimeOffset? VoidedAt { get; init; }

    /// <summary>All witnesses of a ceremony's notice and how far each is, where one draw is shown; what they gave stays closed.</summary>
    public IReadOnlyList<WitnessView> Witnesses { get; init; } = [];

    /// <summary>The witnesses' links, in the answer that made them and never again.</summary>
    public IReadOnlyList<IssuedLink> Links { get; init; } = [];

    public static DrawView Of(DrawHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new DrawView
        {
            Id = head.Id,
            TaskId = head.TaskId,
            PlanId = head.PlanId,
            Attempt = head.Attempt,
            State = head.State,
            Title = head.Title,
            Departments = head.Departments,
            StartsOn = head.StartsOn,
            EndsOn = head.EndsOn,
            Disclosure = head.Disclosure,
            ListPublished = head.ListPublished,
            Entropy = head.Entropy,
            Target = head.Target,
            Supplements = head.Supplements,
            RequestedBy = head.RequestedBy,
            RequestedAt = head.RequestedAt,
            NoticeHash = head.NoticeHash,
            Previous = head.Previous,
            CommittedAt = head.CommittedAt,
            EntropyAt = head.EntropyAt,
            RosterSize = head.RosterSize,
            DrawnAt = head.DrawnAt,
            Selected = head.Selected,
            AbandonedAt = head.AbandonedAt,
            ClosedAt = head.ClosedAt,
            VoidRequest = head.VoidRequest,
            VoidedBy = head.VoidedBy,
            VoidedAt = head.VoidedAt,
        };
    }
}

/// <summary>A witness of a ceremony.</summary>
/// <param name="Name">The name.</param>
/// <param name="HasLink">Whether a link was made; until then the witness cannot contribute.</param>
/// <param name="ContributedAt">When the value came; null until then.</param>
public sealed record WitnessView(string Name, bool HasLink, DateTimeOffset? ContributedAt)
{
    internal static WitnessView Of(Witness witness) => new(witness.Name, witness.HasLink, witness.ContributedAt);
}
