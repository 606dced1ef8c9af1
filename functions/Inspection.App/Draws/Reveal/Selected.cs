using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>An enterprise that was drawn, or a reserve, with its teams as the draw made them. It never changes.</summary>
public sealed record Selected
{
    public required string Uscc { get; init; }

    /// <summary>The class in which it was drawn.</summary>
    public required string RiskClass { get; init; }

    public required string Ticket { get; init; }

    public required bool IsReserve { get; init; }

    /// <summary>Its place among the reserves of its class, from 0; 0 for one that was drawn.</summary>
    public required int Rank { get; init; }

    public required IReadOnlyList<Team> Teams { get; init; }
}
