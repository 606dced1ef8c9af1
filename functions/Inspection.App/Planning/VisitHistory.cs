using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>An enterprise that a draw selected.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="RiskClass">The class in which it was drawn.</param>
/// <param name="Inspectors">Who visits it.</param>
public sealed record PlannedVisit(UnifiedSocialCreditCode Uscc, RiskClass RiskClass, IReadOnlyList<string> Inspectors);

/// <summary>What the rules need to know of one earlier visit.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="RiskClass">The class in which it was drawn.</param>
/// <param name="DrawId">The draw that selected it.</param>
/// <param name="PlanId">The plan that the draw counted against; empty where none.</param>
/// <param name="StartsOn">The first day of the task.</param>
/// <param name="IsExempt">Whether the yearly cap does not count it, because of a key item.</param>
/// <param name="Inspectors">Who visits it.</param>
public sealed record PastVisit(
    UnifiedSocialCreditCode Uscc, RiskClass RiskClass, string DrawId, string PlanId, DateOnly StartsOn, bool IsExempt, IReadOnlyList<string> Inspectors);

/// <summary>
/// Who was drawn when: table <c>visits</c>, partitioned by year, a row for each enterprise of each draw. Written when a
/// draw is drawn and again harmlessly after a crash; taken back when it is voided.
/// </summary>
public sealed class VisitHistory(ITableStore tables)
{
    private const string Table = "visits";

    /// <summary>Notes the selected of a draw.</summary>
    public Task RecordAsync(
        string drawId, InspectionTask task, bool isExempt, IReadOnlyList<PlannedVisit> visits, CancellationToken cancellation = default) =>
        WriteAsync(visits, visit => TableWrite.Upsert(Row(drawId, task, isExempt, visit)), cancellation);

    /// <summary>Takes back the selected of a voided draw.</summary>
    public async Task RemoveAsync(string drawId, InspectionTask task, CancellationToken cancellation = default)
    {
        var range = TableRange.RowsWithPrefix(PartitionOf(task.Terms.StartsOn), TableKey.Escape(drawId) + " ");
        var keys = await tables.QueryAsync(Table, range, cancellation).Select(row => (row.PartitionKey, row.RowKey)).ToListAsync(cancellation);
        await WriteAsync(keys, key => TableWrite.Delete(key.PartitionKey, key.RowKey), cancellation);
    }

    /// <summary>Every visit of tasks that start in the given year.</summary>
    public IAsyncEnumerable<PastVisit> OfYearAsync(int year, CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(PartitionOf(year)), cancellation).Select(Visit);

    private async Task WriteAsync<T>(IReadOnlyList<T> items, Func<T, TableWrite> write, CancellationToken cancellation)
    {
        foreach (var batch in items.Chunk(EntityRules.MaxTransaction))
            await tables.TransactAsync(Table, [.. batch.Select(write)], cancellation);
    }

    private static string PartitionOf(DateOnly day) => PartitionOf(day.Year);

    private static string PartitionOf(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static TableEntity Row(string drawId, InspectionTask task, bool isExempt, PlannedVisit visit) =>
        new(PartitionOf(task.Terms.StartsOn), $"{TableKey.Escape(drawId)} {visit.Uscc}")
        {
            [nameof(PastVisit.Uscc)] = visit.Uscc.ToString(),
            [nameof(PastVisit.RiskClass)] = visit.RiskClass.ToString(),
            [nameof(PastVisit.DrawId)] = drawId,
            [nameof(PastVisit.PlanId)] = task.Terms.PlanId,
            [nameof(PastVisit.StartsOn)] = task.Terms.StartsOn.ToString("O", CultureInfo.InvariantCulture),
            [nameof(PastVisit.IsExempt)] = isExempt,
            [nameof(PastVisit.Inspectors)] = string.Join('\n', visit.Inspectors),
        };

    private static PastVisit Visit(TableEntity row) => new(
        UnifiedSocialCreditCode.Parse(row.GetString(nameof(PastVisit.Uscc))),
        RiskClass.Parse(row.GetString(nameof(PastVisit.RiskClass))),
        row.GetString(nameof(PastVisit.DrawId)),
        row.GetString(nameof(PastVisit.PlanId)),
        DateOnly.Parse(row.GetString(nameof(PastVisit.StartsOn)), CultureInfo.InvariantCulture),
        row.GetBoolean(nameof(PastVisit.IsExempt)) ?? false,
        row.GetString(nameof(PastVisit.Inspectors)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
