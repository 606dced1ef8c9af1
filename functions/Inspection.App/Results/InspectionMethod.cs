using Inspection.App.Languages;

namespace Inspection.App.Results;

/// <summary>How an inspection was made. The names are stable.</summary>
public enum InspectionMethod
{
    [Label("实地检查", "On site")]
    OnSite,

    [Label("书面检查", "Documents")]
    Documents,

    [Label("网络监测", "Online")]
    Online,

    [Label("检验检测", "Testing")]
    Testing,

    [Label("专业机构技术支持", "Expert support")]
    ExpertSupport,

    [Label("行政部门检查结果", "Findings of another authority")]
    OtherAuthority,
}
