namespace Inspection.Drawing;

/// <summary>What a notice says, key by key (<c>PROTOCOL.md</c> section 3). <see cref="Notice"/> checks it.</summary>
public sealed record NoticeTerms
{
    /// <summary>The most reserves for each class.</summary>
    public const int MaxReserve = 1000;

    /// <summary>The most characters of a title, an authority or a scope.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The most teams that visit each enterprise.</summary>
    public const int MaxTeams = 16;

    /// <summary>The draw: 1 to 64 of A-Z a-z 0-9 and hyphen.</summary>
    public required string DrawId { get; init; }

    /// <summary>The task that the draw serves: 1 to 64 of A-Z a-z 0-9 and hyphen.</summary>
    public required string TaskId { get; init; }

    /// <summary>1, or one more than the voided attempt at the same task.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The hash of the authority's previous notice; null for its first.</summary>
    public Digest? Previous { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The authority's name, 1 to 200 characters.</summary>
    public required string Authority { get; init; }

    /// <summary>The authority's own code, or null.</summary>
    public UnifiedSocialCreditCode? AuthorityCode { get; init; }

    /// <summary>Whom the roster covers, in words; 1 to 200 characters.</summary>
    public required string Scope { get; init; }

    /// <summary>When the notice was made, in UTC, to the second.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>The first day of the task.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day of the task.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Whether roster and classes are published once the draw is closed.</summary>
    public Disclosure Disclosure { get; init; }

    /// <summary>Where the randomness comes from.</summary>
    public required EntropyPlan Entropy { get; init; }

    /// <summary>The root of the roster's tree.</summary>
    public required Digest RosterRoot { get; init; }

    /// <summary>How many enterprises the roster has.</summary>
    public required int RosterSize { get; init; }

    /// <summary>The seal of the excluded.</summary>
    public required SealedList Excluded { get; init; }

    /// <summary>The seal of the inspectors.</summary>
    public required SealedList Inspectors { get; init; }

    /// <summary>How many of each class are drawn.</summary>
    public required Sampling Sampling { get; init; }

    /// <summary>Reserves (备选) for each class: 0 to 1000.</summary>
    public int Reserve { get; init; }

    /// <summary>1 to 16 teams that visit each enterprise; a department may appear twice.</summary>
    public required IReadOnlyList<TeamRequest> Teams { get; init; }
}
