using Inspection.App.Languages;

namespace Inspection.App.Ledger;

/// <summary>What an entry announces. The names are part of what is hashed: a name is never changed or used again.</summary>
public enum LedgerKind
{
    /// <summary>The notice of a draw (抽取公告), before its entropy exists.</summary>
    [Label("抽取公告", "Notice of a draw")]
    Notice,

    /// <summary>The record of a draw: its seed and the hashes of its files.</summary>
    [Label("抽取记录", "Record of a draw")]
    Record,

    /// <summary>The list of the drawn, or the package of an open draw, was made public after the visits.</summary>
    [Label("名单公开", "List disclosed")]
    Disclosure,

    /// <summary>A reserve or a substitute took somebody's place.</summary>
    [Label("更换", "Replacement")]
    Replacement,

    /// <summary>A draw was voided by two people, with their reason.</summary>
    [Label("作废", "Draw voided")]
    Void,

    /// <summary>A commitment was not revealed in time.</summary>
    [Label("逾期未抽", "Abandoned")]
    Abandoned,

    /// <summary>A task is drawn again after its draw was voided.</summary>
    [Label("重新抽取", "Drawn again")]
    Redraw,

    /// <summary>The result of an inspection was published.</summary>
    [Label("结果公示", "Result published")]
    Publication,

    /// <summary>A published result was corrected.</summary>
    [Label("结果更正", "Result corrected")]
    Correction,

    /// <summary>It was published what became of a problem that was pending.</summary>
    [Label("后续处理公示", "Follow-up published")]
    FollowUp,
}
