using Inspection.App.Languages;

namespace Inspection.App.Draws;

/// <summary>What was replaced.</summary>
public enum ReplacementKind
{
    [Label("更换检查对象", "Enterprise replaced")]
    Enterprise,

    [Label("更换检查人员", "Inspector replaced")]
    Inspector,
}

/// <summary>Why somebody was replaced. The codes are public; what lies behind them is not.</summary>
public enum ReplacementReason
{
    /// <summary>注销.</summary>
    [Label("注销", "Deregistered")]
    Deregistered,

    /// <summary>被吊销.</summary>
    [Label("被吊销", "Licence revoked")]
    Revoked,

    /// <summary>被撤销.</summary>
    [Label("被撤销", "Registration annulled")]
    Annulled,

    /// <summary>迁出.</summary>
    [Label("迁出", "Moved away")]
    Moved,

    /// <summary>已关闭停业或正在组织清算.</summary>
    [Label("已关闭停业或正在组织清算", "Closed or in liquidation")]
    Closed,

    /// <summary>回避: a relation that came to light after the draw.</summary>
    [Label("回避", "Recused")]
    Recused,

    /// <summary>The inspector cannot be there.</summary>
    [Label("无法到场", "Unavailable")]
    Unavailable,

    /// <summary>The inspector has left the service, or the certificate has ended.</summary>
    [Label("离岗或执法资格到期", "Left the service, or certificate ended")]
    NotCertified,
}

/// <summary>One replacement of a draw, numbered in the order in which they happened.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What was replaced.</param>
/// <param name="Uscc">The enterprise that was replaced, or whose inspector was.</param>
/// <param name="ReplacedBy">The reserve that takes the enterprise's place; empty for an inspector.</param>
/// <param name="InspectorId">The inspector who was replaced; empty for an enterprise.</param>
/// <param name="SubstituteId">The substitute; empty where none was left, which makes the team one short.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record Replacement(
    int Number,
    ReplacementKind Kind,
    string Uscc,
    string ReplacedBy,
    string InspectorId,
    string SubstituteId,
    ReplacementReason Reason,
    string By,
    DateTimeOffset At)
{
    /// <summary>Whether a reason fits what is replaced.</summary>
    public static bool Fits(ReplacementKind kind, ReplacementReason reason) =>
        kind == ReplacementKind.Inspector == (reason >= ReplacementReason.Recused);
}
