namespace Inspection.App.Pages;

/// <summary>Rates below one another.</summary>
/// <param name="Heading">Of what they are.</param>
/// <param name="Rows">The rates.</param>
/// <param name="NotReviewed">What is said of visits whose result does not count yet.</param>
internal sealed record RateList(string Heading, IReadOnlyList<RateLine> Rows, string NotReviewed);
