using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>What a plan still draws in its year, as a page shows it.</summary>
internal static class PlanPreview
{
    public static async Task<PreviewView> OfAsync(EligibilityPreviews previews, YearlyPlan plan)
    {
        ArgumentNullException.ThrowIfNull(previews);
        var outcome = await previews.OfAsync(plan);
        return new PreviewView(
            outcome is { Refusal: null } made ? made.Value : null, outcome?.Refusal, outcome is null ? previews.ProgressOf(plan).Progress : "");
    }
}
