using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>Previews of tasks as they are stored: a monthly one draws its plan's share of the month, which its own rates do not say.</summary>
internal sealed class TaskPreviews(DraftPreviews drafts, EligibilityPreviews monthly)
{
    public async Task<PreviewView> OfAsync(InspectionTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.Month.Length == 0)
            return await PreviewView.OfAsync(drafts, task.Terms);
        var outcome = await monthly.OfAsync(task);
        return new PreviewView(
            outcome is { Refusal: null } made ? made.Value : null, outcome?.Refusal, outcome is null ? monthly.ProgressOf(task).Progress : "");
    }
}
