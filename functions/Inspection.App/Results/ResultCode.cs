using Inspection.App.Languages;

namespace Inspection.App.Results;

/// <summary>What the check of an item came to: the national codes of 双随机 inspections. The names are stable.</summary>
public enum ResultCode
{
    [Label("未发现问题", "No problem found")]
    NoProblem,

    [Label("未按规定公示应当公示的信息", "Required information not disclosed")]
    NotDisclosed,

    [Label("公示信息隐瞒真实情况、弄虚作假", "Disclosed information false or concealed")]
    FalseDisclosure,

    [Label("通过登记的住所（经营场所）无法联系", "Not reachable at the registered address")]
    Unreachable,

    [Label("发现问题经责令已改正", "Problem found, corrected on order")]
    Corrected,

    [Label("发现问题待后续处理", "Problem found, action pending")]
    Pending,

    [Label("未发现开展本次抽查涉及的经营活动", "No activity of the inspected kind found")]
    NoActivity,

    [Label("不配合检查情节严重", "Serious refusal to cooperate")]
    Refused,

    [Label("已关闭停业或正在组织清算", "Closed or in liquidation")]
    Closed,

    [Label("注销", "Deregistered")]
    Deregistered,

    [Label("被吊销", "Licence revoked")]
    Revoked,

    [Label("被撤销", "Registration annulled")]
    Annulled,

    [Label("迁出", "Moved to another district")]
    Moved,
}
