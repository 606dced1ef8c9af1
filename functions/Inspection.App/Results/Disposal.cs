using Inspection.App.Languages;

namespace Inspection.App.Results;

/// <summary>What is done about a finding. The names are stable.</summary>
public enum Disposal
{
    [Label("无需后续处置", "Nothing further")]
    None,

    [Label("责令改正", "Ordered to correct")]
    Rectify,

    /// <summary>A first minor offence goes unpunished, which needs its legal basis.</summary>
    [Label("初次轻微违法免罚", "Minor first offence, no penalty")]
    Lenient,

    [Label("案件线索移送", "Case referred")]
    Transfer,

    [Label("抄告其他部门", "Other departments notified")]
    Notify,

    [Label("其他", "Other")]
    Other,
}
