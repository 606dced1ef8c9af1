using System.Globalization;
using Inspection.App.Results;

namespace Inspection.App.Publication;

/// <summary>What one item of a published result is in a credit record: one row of an export.</summary>
/// <param name="Result">The result, for what it belongs to.</param>
/// <param name="Method">How the inspection was made.</param>
/// <param name="InspectedOn">The day of the inspection.</param>
/// <param name="Item">The item, as it was announced.</param>
/// <param name="AnnouncedAt">When.</param>
/// <param name="Remark">Why the row takes the place of an earlier one of the same number; empty for the first.</param>
internal sealed record CreditRecord(
    PublicResult Result, InspectionMethod Method, DateOnly InspectedOn, PublicItemResult Item, DateTimeOffset AnnouncedAt, string Remark)
{
    /// <summary>Names the row; a correction or a follow-up has the number of what it replaces.</summary>
    public string Number => $"{Result.Id}-{Item.ItemCode}";

    /// <summary>The rows of a revision: its items.</summary>
    public static IEnumerable<CreditRecord> Of(PublicResult result, PublicRevision revision) => revision.Items.Select(item => new CreditRecord(
        result, revision.Method, revision.InspectedOn, item, revision.PublishedAt, revision.Number == 1 ? "" : $"更正：{revision.Reason}"));

    /// <summary>The row of a follow-up: its item with what it came to.</summary>
    public static CreditRecord Of(PublicResult result, PublicFollowUp followUp)
    {
        var name = result.Revisions.SelectMany(static revision => revision.Items).Last(item => item.ItemCode == followUp.ItemCode).ItemName;
        var on = followUp.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new CreditRecord(
            result, result.Method, result.InspectedOn, new PublicItemResult(followUp.ItemCode, name, true, followUp.Code, followUp.Disposal),
            followUp.PublishedAt ?? result.UpdatedAt, $"后续处理（{on}）");
    }
}
