using Inspection.App.Outcomes;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>How far a preview is that takes longer than a request waits.</summary>
/// <param name="Progress">What is being done.</param>
public sealed record PreviewProgress(string Progress);

/// <summary>
/// Previews of tasks and plans. On a large directory one takes a while; then it goes on by itself, and whoever asks again
/// gets it once it is there.
/// </summary>
internal sealed class EligibilityPreviews(EligibilityService eligibility, LongWork<EligibilityPreview> work)
{
    /// <summary>The preview of a task, or null where it is still being made.</summary>
    public Task<Outcome<EligibilityPreview>?> OfAsync(InspectionTask task) => MakeAsync(NameOf(task), task);

    /// <summary>The preview of what a plan still draws in its year, or null where it is still being made.</summary>
    public Task<Outcome<EligibilityPreview>?> OfAsync(YearlyPlan plan) => MakeAsync(NameOf(plan), RestOfYear.TaskOf(plan));

    public PreviewProgress ProgressOf(InspectionTask task) => new(work.ProgressOf(NameOf(task)));

    public PreviewProgress ProgressOf(YearlyPlan plan) => new(work.ProgressOf(NameOf(plan)));

    private Task<Outcome<EligibilityPreview>?> MakeAsync(string name, InspectionTask task) => work.TakeOrRunAsync(name, async (progress, stop) =>
    {
        try
        {
            return EligibilityPreview.Of(await eligibility.FindAsync(task, progress, stop), task.Terms.Departments);
        }
        catch (ProtocolException e)
        {
            return Refusal.Conflict("protocol", e.Message);
        }
    });

    // With the version: a preview of what was written before is of no use.
    private static string NameOf(InspectionTask task) => $"task {task.Id} {task.ETag}";

    private static string NameOf(YearlyPlan plan) => $"plan {plan.Id} {plan.ETag}";
}
