using Inspection.App.Languages;
using Inspection.App.Results;

namespace Inspection.App.Oversight;

/// <summary>What a result says about the rate of problems.</summary>
public enum Finding
{
    [Label("有问题", "A problem")]
    Problem,

    [Label("无问题", "No problem")]
    None,

    /// <summary>Nobody knows: it was not reached, not checked, or its result is not reviewed yet.</summary>
    [Label("情况不明", "Unknown")]
    Unknown,

    /// <summary>It is not there any more, so it belongs to no rate of those who are.</summary>
    [Label("已不存在", "Gone")]
    Gone,
}

/// <summary>
/// The table of result codes: what counts as a problem, as none, as unknown, and as gone. It decides what every rate of
/// problems means, so it stands in one place and the pages show it.
/// </summary>
public static class Findings
{
    /// <summary>Every code with its meaning, in the codes' order.</summary>
    public static IReadOnlyDictionary<ResultCode, Finding> Table { get; } = new Dictionary<ResultCode, Finding>
    {
        [ResultCode.NoProblem] = Finding.None,
        [ResultCode.NotDisclosed] = Finding.Problem,
        [ResultCode.FalseDisclosure] = Finding.Problem,
        [ResultCode.Unreachable] = Finding.Unknown,
        [ResultCode.Corrected] = Finding.Problem,
        [ResultCode.Pending] = Finding.Problem,
        // Whoever does not carry the activity on has no problem with it.
        [ResultCode.NoActivity] = Finding.None,
        // Refusing is itself a breach of duty, whatever it hides.
        [ResultCode.Refused] = Finding.Problem,
        [ResultCode.Closed] = Finding.Gone,
        [ResultCode.Deregistered] = Finding.Gone,
        [ResultCode.Revoked] = Finding.Gone,
        [ResultCode.Annulled] = Finding.Gone,
        [ResultCode.Moved] = Finding.Gone,
    };

    /// <summary>What the check of an item came to; an item that was not checked is unknown.</summary>
    public static Finding Of(ItemResult item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item is { Checked: true, Code: { } code } ? Table[code] : Finding.Unknown;
    }
}
