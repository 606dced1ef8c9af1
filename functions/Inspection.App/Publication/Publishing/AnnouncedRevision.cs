using System.Globalization;
using Inspection.App.Ledger;
using Inspection.App.Results;
using Inspection.Drawing;

namespace Inspection.App.Publication;

/// <summary>An approved revision that stands in the ledger.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="At">The time of its entry, which is that of its publication wherever it is shown.</param>
internal sealed record AnnouncedRevision(ApprovedRevision Revision, DateTimeOffset At)
{
    /// <summary>The member of the data that tells the revision.</summary>
    public const string Number = "revision";

    /// <summary>
    /// What the ledger says of a revision. It is made of nothing that can change, so that the entry is the same whoever
    /// announces it and however often.
    /// <code>
    /// documentHash = SHA256(canonical JSON of id, inspectedOn, items, method, reason, revision)
    /// item         = {"checked","code","disposal","itemCode"}, code being "" where nothing was checked
    /// </code>
    /// Everybody can compute it from the public result, here from its first revision:
    /// <code>
    /// curl -s https://…/api/v1/public/results/ID | jq -cSj '.id as $id | .revisions[0] | {id: $id, inspectedOn, method, reason,
    ///   revision: .number, items: [.items[] | {checked, code: (.code // ""), disposal, itemCode}]}' | sha256sum
    /// </code>
    /// </summary>
    public static LedgerDraft DraftOf(ResultId id, ApprovedRevision revision)
    {
        var number = revision.Number.ToString(CultureInfo.InvariantCulture);
        var data = new Dictionary<string, string> { [Number] = number };
        if (revision.Number > 1)
            data["reason"] = revision.Reason;
        return new LedgerDraft(
            KeyOf(id, revision.Number), revision.Number == 1 ? LedgerKind.Publication : LedgerKind.Correction, id.ToString(), HashOf(id, revision), data);
    }

    /// <summary>The key of the ledger's entry for a revision.</summary>
    public static string KeyOf(ResultId id, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"result-{id}:revision-{revision}");

    private static Digest HashOf(ResultId id, ApprovedRevision revision)
    {
        var json = new CanonicalWriter().BeginObject()
            .Key("id").String(id.ToString())
            .Key("inspectedOn").String(revision.Terms.InspectedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Key("items").BeginArray();
        foreach (var item in revision.Terms.Items)
        {
            json.BeginObject()
                .Key("checked").Boolean(item.Checked)
                .Key("code").String(item.Code?.ToString() ?? "")
                .Key("disposal").String(item.Disposal.ToString())
                .Key("itemCode").String(item.ItemCode)
                .EndObject();
        }

        json.EndArray()
            .Key("method").String(revision.Terms.Method.ToString())
            .Key("reason").String(revision.Reason)
            .Key("revision").Integer(revision.Number)
            .EndObject();
        return Digest.Of(json.ToArray());
    }
}
