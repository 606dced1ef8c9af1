namespace Inspection.Drawing;

/// <summary>The inspectors that one department sends to one enterprise.</summary>
/// <param name="Department">The department.</param>
/// <param name="Inspectors">Their ids, ascending.</param>
/// <param name="Shortage">How many are missing; filled only by a supplementary draw.</param>
/// <param name="Substitutes">Ids of those who step in, in this order.</param>
public sealed record Team(
    string Department, IReadOnlyList<string> Inspectors, int Shortage, IReadOnlyList<string> Substitutes);

/// <summary>All teams that visit one enterprise.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Teams">One for each team of the notice, in its order.</param>
public sealed record VisitTeams(UnifiedSocialCreditCode Uscc, IReadOnlyList<Team> Teams);
