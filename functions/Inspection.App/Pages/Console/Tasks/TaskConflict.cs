using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>A task that somebody else changed, beside what was written meanwhile.</summary>
internal static class TaskConflict
{
    public static Conflict Of(InspectionTask stored, TaskTerms typed, Words words)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var terms = stored.Terms;
        ConflictRow Row(string chinese, string english, Func<TaskTerms, string> text) => new(words[chinese, english], text(terms), text(typed));
        return new Conflict($"/console/tasks/{stored.Id}",
        [
            Row("名称", "Title", static t => t.Title),
            Row("年度计划", "Plan", static t => t.PlanId),
            Row("检查期间", "Visits", t => words.Days(t.StartsOn, t.EndsOn)),
            Row("范围", "Whom it covers", static t => t.ScopeInWords()),
            Row("抽查事项", "Check items", t => words.List(t.ItemCodes)),
            Row("抽取", "Sampling", t => words.Of(t.Sampling)),
            Row("每类备选", "Reserves of each class", static t => t.Reserve.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Row("派员", "Teams", t => words.List(t.Departments.Select(words.Of))),
            Row("随机数", "Randomness", t => words.Of(t.Entropy)),
            Row("名单公开", "The list is published", static t => t.ListPublished.ToString()),
        ]);
    }
}
