namespace Inspection.App.Oversight;

/// <summary>
/// What a past draw left that tells whether draws are fair over time: made once, soon after it is drawn, and kept, so that
/// a look at many years reads no roster again.
/// </summary>
public sealed record DrawTrace
{
    public required string DrawId { get; init; }

    /// <summary>What it belongs to: the draws of a series leave out whom another of it drew before.</summary>
    public required string Series { get; init; }

    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Whether its enterprises were named, so that only its inspectors were drawn.</summary>
    public bool IsTargeted { get; init; }

    /// <summary>Whether its record follows from its notice and its randomness.</summary>
    public Recomputation Recomputed { get; init; } = Recomputation.NotMade;

    public required IReadOnlyList<ClassTrace> Classes { get; init; }

    public required IReadOnlyList<GroupTrace> Groups { get; init; }

    /// <summary>Where the drawn and the reserves belong.</summary>
    public required IReadOnlyList<PlaceTrace> Places { get; init; }

    public required IReadOnlyList<InspectorTrace> Inspectors { get; init; }

    public required IReadOnlyList<TeamTrace> Teams { get; init; }
}

/// <summary>What came of drawing a draw once more from its materials.</summary>
/// <param name="IsMade">Whether it was done.</param>
/// <param name="Failed">The checks of the protocol that it did not pass; nothing but an empty list is in order.</param>
public sealed record Recomputation(bool IsMade, IReadOnlyList<string> Failed)
{
    public static Recomputation NotMade { get; } = new(false, []);
}

/// <summary>A class of a draw.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many could be drawn.</param>
/// <param name="Tickets">The smallest tickets, of the drawn and the reserves, ascending, as parts of the whole range, 0 to 1.</param>
public sealed record ClassTrace(string RiskClass, int Size, IReadOnlyList<double> Tickets);

/// <summary>By what enterprises are grouped, though no draw knows of it.</summary>
public enum GroupKind
{
    District,
    Industry,
}

/// <summary>The members of a group in one class of a draw.</summary>
/// <param name="Kind">What sort of group.</param>
/// <param name="Name">The district or the industry.</param>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many of them could be drawn.</param>
/// <param name="Drawn">How many of them were.</param>
public sealed record GroupTrace(GroupKind Kind, string Name, string RiskClass, int Size, int Drawn);

/// <summary>Where an enterprise belonged when it was drawn.</summary>
public sealed record PlaceTrace(string Uscc, string District, string Industry);

/// <summary>An inspector who could serve in a draw.</summary>
/// <param name="Id">The inspector.</param>
/// <param name="Department">The department.</param>
/// <param name="Skills">The skills.</param>
/// <param name="Recused">The drawn enterprises that this person must not inspect.</param>
/// <param name="Entitled">How many visits the credits entitle to: min(k, E) / E for each team of k with E eligible.</param>
/// <param name="Served">On how many teams the draw put this person.</param>
public sealed record InspectorTrace(
    string Id, string Department, IReadOnlyList<string> Skills, IReadOnlyList<string> Recused, double Entitled, int Served);

/// <summary>A team of a visit.</summary>
/// <param name="Uscc">The enterprise that is visited.</param>
/// <param name="Department">The department.</param>
/// <param name="Skill">The skill that is asked; empty where none.</param>
/// <param name="Share">min(k, E) / E: what each eligible inspector was entitled to.</param>
/// <param name="Inspectors">Who was put on it.</param>
public sealed record TeamTrace(string Uscc, string Department, string Skill, double Share, IReadOnlyList<string> Inspectors);
