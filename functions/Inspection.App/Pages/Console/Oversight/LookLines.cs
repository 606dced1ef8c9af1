using Inspection.App.Oversight;

namespace Inspection.App.Pages.Console;

/// <summary>Looks of one kind, the most surprising first.</summary>
/// <param name="Kind">What they ask.</param>
/// <param name="Looks">The looks.</param>
internal sealed record LookLines(LookKind Kind, IReadOnlyList<Look> Looks)
{
    /// <summary>Whether the look is of one inspector, whose page its subject leads to.</summary>
    public bool IsOfInspectors => Kind is LookKind.Inspector or LookKind.RepeatedPairs;
}
