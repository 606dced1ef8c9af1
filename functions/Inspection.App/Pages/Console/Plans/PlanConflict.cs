using System.Globalization;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>A plan that somebody else changed, beside what was written meanwhile.</summary>
internal static class PlanConflict
{
    public static Conflict Of(YearlyPlan stored, PlanTerms typed, Words words)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var terms = stored.Terms;
        ConflictRow Row(string chinese, string english, Func<PlanTerms, string> text) => new(words[chinese, english], text(terms), text(typed));
        return new Conflict($"/console/plans/{stored.Id}",
        [
            Row("年份", "Year", static t => t.Year.ToString(CultureInfo.InvariantCulture)),
            Row("名称", "Title", static t => t.Title),
            Row("比例", "Rates", t => words.Of(new TaskSampling { Mode = SamplingMode.Rates, Rates = t.Rates })),
            Row("未分类企业归入", "Unclassified", static t => t.Unclassified),
            Row("派员", "Teams", t => words.List(t.Departments.Select(words.Of))),
            Row("抽查事项", "Check items", t => words.List(t.ItemCodes)),
            Row("范围", "Whom it covers", static t => t.Scope.InWords()),
            Row("每月自动抽取", "Drawn every month", t => t.Monthly is { } monthly ? words.Of(monthly.Entropy) : words["否", "no"]),
        ]);
    }
}
