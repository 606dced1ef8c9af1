using System.Globalization;
using Inspection.App.Ledger;
using Inspection.App.Results;

namespace Inspection.App.Publication;

/// <summary>What became of a pending problem, as it stands in the ledger: it changes a public code, and so is announced.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="At">The time of its entry, which is that of its publication.</param>
internal sealed record AnnouncedFollowUp(FollowUp FollowUp, DateTimeOffset At)
{
    /// <summary>The member of the data that counts the follow-ups of a result.</summary>
    public const string Number = "followUp";

    /// <summary>What the ledger says of it, made of nothing that can change.</summary>
    public static LedgerDraft DraftOf(ResultId id, FollowUp followUp)
    {
        var number = followUp.Number.ToString(CultureInfo.InvariantCulture);
        return new LedgerDraft($"result-{id}:follow-up-{number}", LedgerKind.FollowUp, id.ToString(), documentHash: null, new Dictionary<string, string>
        {
            [Number] = number,
            ["itemCode"] = followUp.ItemCode,
            ["on"] = followUp.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["code"] = followUp.Code.ToString(),
            ["disposal"] = followUp.Disposal.ToString(),
        });
    }
}
