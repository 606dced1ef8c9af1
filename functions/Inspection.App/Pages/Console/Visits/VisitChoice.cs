using Inspection.App.Languages;
using Inspection.App.Results;

namespace Inspection.App.Pages.Console;

/// <summary>Which of their visits inspectors look for.</summary>
public enum VisitChoice
{
    [Label("全部", "All")]
    All,

    [Label("还没有录入", "Nothing recorded")]
    Unrecorded,

    [Label("草稿", "Drafts")]
    Drafts,

    [Label("退回修改", "Returned")]
    Returned,

    [Label("待审核", "Under review")]
    Submitted,

    [Label("已公示", "Published")]
    Published,
}

internal static class VisitChoices
{
    public static VisitFilter ToFilter(this VisitChoice choice) => choice switch
    {
        VisitChoice.Unrecorded => new VisitFilter(null, false),
        VisitChoice.Drafts => new VisitFilter(ResultState.Draft, null),
        VisitChoice.Returned => new VisitFilter(ResultState.Returned, null),
        VisitChoice.Submitted => new VisitFilter(ResultState.Submitted, null),
        VisitChoice.Published => new VisitFilter(ResultState.Published, null),
        _ => new VisitFilter(null, null),
    };
}
