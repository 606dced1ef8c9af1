using Inspection.App.Languages;
using Inspection.App.Planning;

namespace Inspection.App.Draws;

/// <summary>Where a draw stands, as the public is told.</summary>
public enum PublicDrawState
{
    [Label("已公告，待抽取", "Announced, not yet drawn")]
    Committed,

    [Label("已抽取，检查中", "Drawn, visits under way")]
    Drawn,

    [Label("已结束", "Closed")]
    Closed,

    [Label("已作废", "Voided")]
    Voided,

    /// <summary>Committed, and not drawn while its task lasted.</summary>
    [Label("逾期未抽取", "Abandoned")]
    Abandoned,
}

/// <summary>What everybody may know of a draw beside its files: no class, no ticket, no inspector.</summary>
public sealed record PublicDraw
{
    public required string Id { get; init; }

    public required string TaskId { get; init; }

    public required string Title { get; init; }

    public required int Attempt { get; init; }

    public required PublicDrawState State { get; init; }

    public required IReadOnlyList<string> Departments { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required EntropyKind Entropy { get; init; }

    /// <summary>Whether nothing shows that the randomness was unknown beforehand.</summary>
    public bool IsUnproven => Entropy == EntropyKind.None;

    public required string NoticeHash { get; init; }

    public required string Previous { get; init; }

    public required DateTimeOffset CommittedAt { get; init; }

    public DateTimeOffset? EntropyAt { get; init; }

    public required int RosterSize { get; init; }

    public DateTimeOffset? DrawnAt { get; init; }

    public int Selected { get; init; }

    /// <summary>Whether the list of the drawn is public.</summary>
    public bool IsListPublic { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? VoidedAt { get; init; }

    public string VoidReason { get; init; } = "";

    /// <summary>Why its enterprises were named and not drawn; null for a random draw, and only inspectors were drawn otherwise.</summary>
    public TargetGrounds? Target { get; init; }

    /// <summary>The draw whose shortages this one fills.</summary>
    public string Supplements { get; init; } = "";

    public IReadOnlyList<PublicReplacement> Replacements { get; init; } = [];

    internal static PublicDraw Of(DrawHead head, IEnumerable<Replacement> replacements) => new()
    {
        Id = head.Id,
        TaskId = head.TaskId,
        Title = head.Title,
        Attempt = head.Attempt,
        State = StateOf(head),
        Departments = head.DepartmentNames,
        StartsOn = head.StartsOn,
        EndsOn = head.EndsOn,
        Entropy = head.Entropy,
        NoticeHash = head.NoticeHash,
        Previous = head.Previous,
        CommittedAt = head.CommittedAt!.Value,
        EntropyAt = head.EntropyAt,
        RosterSize = head.RosterSize,
        DrawnAt = head.DrawnAt,
        Selected = head.Selected,
        IsListPublic = head.IsListPublic,
        ClosedAt = head.ClosedAt,
        VoidedAt = head.VoidedAt,
        VoidReason = head.VoidedAt is null ? "" : head.VoidRequest!.Reason,
        Target = head.Target,
        Supplements = head.Supplements,
        Replacements = [.. replacements.Select(replacement => PublicReplacement.Of(replacement, head.IsListPublic))],
    };

    private static PublicDrawState StateOf(DrawHead head) => head.State switch
    {
        DrawState.Voided => PublicDrawState.Voided,
        DrawState.Closed => PublicDrawState.Closed,
        DrawState.Drawn => PublicDrawState.Drawn,
        _ => head.AbandonedAt is null ? PublicDrawState.Committed : PublicDrawState.Abandoned,
    };
}

/// <summary>A replacement as the public sees it. The enterprises are named once the list of the drawn is public.</summary>
/// <param name="Number">Counts the draw's replacements.</param>
/// <param name="Kind">Whether an enterprise or an inspector was replaced; which inspector is nobody's business.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="Uscc">The enterprise that was replaced or is visited by another inspector; empty while it is withheld.</param>
/// <param name="ReplacedBy">The reserve that takes the enterprise's place; empty otherwise.</param>
public sealed record PublicReplacement(
    int Number, ReplacementKind Kind, ReplacementReason Reason, DateTimeOffset At, string Uscc, string ReplacedBy)
{
    internal static PublicReplacement Of(Replacement replacement, bool isListPublic) => new(
        replacement.Number, replacement.Kind, replacement.Reason, replacement.At,
        isListPublic ? replacement.Uscc : "", isListPublic ? replacement.ReplacedBy : "");
}
