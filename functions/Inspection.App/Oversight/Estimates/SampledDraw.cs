using Inspection.Drawing;

namespace Inspection.App.Oversight;

/// <summary>An enterprise that a draw selected, or a reserve that stepped in, and what the visit came to.</summary>
/// <param name="RiskClass">The class in which it was drawn.</param>
/// <param name="District">Its district.</param>
/// <param name="Findings">What came of each item of the task, by the item's code.</param>
public sealed record SampledEnterprise(RiskClass RiskClass, string District, IReadOnlyDictionary<string, Finding> Findings)
{
    /// <summary>What came of one item.</summary>
    public Finding Of(string itemCode) => Findings.GetValueOrDefault(itemCode, Finding.Unknown);

    /// <summary>
    /// What came of all items together: a problem if one has a problem, none if none of those that are known has. An item
    /// that was not checked takes nobody out, for then only those without a problem would be taken out.
    /// </summary>
    public Finding OfAny()
    {
        var found = Findings.Values.ToHashSet();
        return found.Contains(Finding.Problem) ? Finding.Problem
            : found.Contains(Finding.None) ? Finding.None
            : found.Contains(Finding.Gone) ? Finding.Gone
            : Finding.Unknown;
    }
}

/// <summary>A draw as a sample.</summary>
/// <param name="Series">What it belongs to: the draws of a series leave out whom another of it drew before.</param>
/// <param name="DrawnAt">When it was drawn.</param>
/// <param name="Sizes">How many of each class could be drawn.</param>
/// <param name="ItemCodes">What was to be checked.</param>
/// <param name="Departments">Who took part.</param>
/// <param name="Enterprises">Whom it drew, those who were replaced and the reserves that stepped in among them.</param>
public sealed record SampledDraw(
    string Series,
    DateTimeOffset DrawnAt,
    IReadOnlyList<ClassSize> Sizes,
    IReadOnlyList<string> ItemCodes,
    IReadOnlyList<string> Departments,
    IReadOnlyList<SampledEnterprise> Enterprises);
