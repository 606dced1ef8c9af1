using Inspection.App.Outcomes;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>A preview as a page shows it: made, refused, or still being made.</summary>
/// <param name="Made">The preview; null where there is none.</param>
/// <param name="Refused">Why there is none and will be none; null otherwise.</param>
/// <param name="Progress">How far the reading of the directories is.</param>
internal sealed record PreviewView(EligibilityPreview? Made, Refusal? Refused, string Progress)
{
    public bool IsPending => Made is null && Refused is null;

    /// <summary>How many are expected to be drawn.</summary>
    public double Expected => Made?.Classes.Sum(static c => c.Expected) ?? 0;

    public static async Task<PreviewView> OfAsync(DraftPreviews previews, TaskTerms terms)
    {
        ArgumentNullException.ThrowIfNull(previews);
        var outcome = await previews.OfAsync(terms);
        return new PreviewView(outcome is { Refusal: null } made ? made.Value : null, outcome?.Refusal, outcome is null ? previews.ProgressOf(terms) : "");
    }
}
