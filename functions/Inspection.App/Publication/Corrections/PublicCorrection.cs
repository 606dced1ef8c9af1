namespace Inspection.App.Publication;

/// <summary>The correction of a published result, as everybody may read it: what was said before, what is said now, and why.</summary>
/// <param name="ResultId">The result.</param>
/// <param name="DrawId">Its draw.</param>
/// <param name="TaskTitle">Its task.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Name">Its name when the result was published.</param>
/// <param name="District">Its district then.</param>
/// <param name="Before">The revision that was corrected.</param>
/// <param name="After">The revision that corrects it, with the reason and the time.</param>
public sealed record PublicCorrection(
    string ResultId, string DrawId, string TaskTitle, string Uscc, string Name, string District, PublicRevision Before, PublicRevision After);
