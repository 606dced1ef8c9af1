using System.Collections.Frozen;

namespace Inspection.App.Pages.Console;

/// <summary>What a rule that refused says to somebody who reads Chinese.</summary>
/// <param name="Rule">The rule's short name: see <see cref="Outcomes.Refusal"/>.</param>
/// <param name="Chinese">Why, and what to do.</param>
/// <param name="Where">The page of the console on which that is done, without the language; null where it is done at the form itself.</param>
internal sealed record RefusalGuide(string Rule, string Chinese, string? Where = null)
{
    private static readonly FrozenDictionary<string, RefusalGuide> All =
        ((RefusalGuide[])[.. OfficeGuides.All, .. DrawGuides.All, .. ResultGuides.All]).ToFrozenDictionary(guide => guide.Rule, StringComparer.Ordinal);

    public static RefusalGuide? Of(string rule) => All.GetValueOrDefault(rule);
}
