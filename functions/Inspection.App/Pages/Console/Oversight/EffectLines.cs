using Inspection.App.Oversight;

namespace Inspection.App.Pages.Console;

/// <summary>What inspections came to and cost, below one another.</summary>
/// <param name="Heading">By what they are counted.</param>
/// <param name="Rows">The counts.</param>
/// <param name="NameOf">What one is called.</param>
internal sealed record EffectLines(string Heading, IReadOnlyList<EffectRow> Rows, Func<EffectRow, string> NameOf);
