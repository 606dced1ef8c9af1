using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
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

/// <summary>An enterprise that a draw, perhaps no longer, has an inspector visit.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Uscc">The enterprise.</param>
public sealed record NamedVisit(string DrawId, string Uscc);

/// <summary>
/// Who was drawn when: table <c>visits</c>, partitioned by year, a row for each enterprise of each draw. Written when a
/// draw is drawn and again harmlessly after a crash; taken back when it is voided. Beside it the table
/// <c>inspectorvisits</c> finds what each inspector was named for, partitioned by inspector, the tasks that end last first.
/// A row stays there when the inspector is replaced: readers ask the draw.
/// </summary>
public sealed class VisitHistory(ITableStore tables)
{
    private const string Table = "visits";
    private const string ByInspector = "inspectorvisits";

    /// <summary>Notes the selected of a draw.</summary>
    public async Task RecordAsync(
        string drawId, InspectionTask task, bool isExempt, IReadOnlyList<PlannedVisit> visits, CancellationToken cancellation = default)
    {
        foreach (var named in ByInspectorOf(visits.Select(static visit => (visit.Uscc, visit.Inspectors))))
            await WriteAsync(ByInspector, named, uscc => TableWrite.Upsert(NamedRow(named.Key, drawId, task, uscc)), cancellation);
        await WriteAsync(Table, visits, visit => TableWrite.Upsert(Row(drawId, task, isExempt, visit)), cancellation);
    }

    /// <summary>Takes back the selected of a voided draw.</summary>
    public async Task RemoveAsync(string drawId, InspectionTask task, CancellationToken cancellation = default)
    {
        var range = TableRange.RowsWithPrefix(PartitionOf(task.Terms.StartsOn), TableKey.Escape(drawId) + " ");
        var visits = await tables.QueryAsync(Table, range, cancellation).Select(Visit).ToListAsync(cancellation);
        foreach (var named in ByInspectorOf(visits.Select(static visit => (visit.Uscc, visit.Inspectors))))
            await WriteAsync(ByInspector, named, uscc => Gone(NamedRow(named.Key, drawId, task, uscc)), cancellation);
        await WriteAsync(Table, visits, visit => TableWrite.Delete(range.Partition!, RowOf(drawId, visit.Uscc)), cancellation);
    }

    /// <summary>Every visit of tasks that start in the given year.</summary>
    public IAsyncEnumerable<PastVisit> OfYearAsync(int year, CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.Rows(PartitionOf(year)), cancellation).Select(Visit);

    /// <summary>A page of what an inspector was named for, the tasks that end last first.</summary>
    /// <param name="inspectorId">The inspector.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Null for the first page, then what the page before gave.</param>
    /// <param name="maxRead">How many one request looks at.</param>
    /// <param name="keep">What to show of it; null where it is not wanted or holds no longer.</param>
    /// <param name="cancellation">Stops the read.</param>
    internal Task<Page<T>> OfInspectorAsync<T>(
        string inspectorId, int limit, string? cursor, int maxRead, Func<NamedVisit, ValueTask<T?>> keep, CancellationToken cancellation)
        where T : class => tables.ScanAsync(
            ByInspector, TableRange.Rows(TableKey.Escape(inspectorId)), limit, cursor, maxRead,
            row => keep(new NamedVisit(row.GetString(nameof(NamedVisit.DrawId)), row.GetString(nameof(NamedVisit.Uscc)))), cancellation);

    private async Task WriteAsync<T>(string table, IEnumerable<T> items, Func<T, TableWrite> write, CancellationToken cancellation)
    {
        foreach (var batch in items.Chunk(EntityRules.MaxTransaction))
            await tables.TransactAsync(table, [.. batch.Select(write)], cancellation);
    }

    private static IEnumerable<IGrouping<string, UnifiedSocialCreditCode>> ByInspectorOf(
        IEnumerable<(UnifiedSocialCreditCode Uscc, IReadOnlyList<string> Inspectors)> visits) => visits
        .SelectMany(static visit => visit.Inspectors, static (visit, inspector) => (visit.Uscc, Inspector: inspector))
        .GroupBy(static named => named.Inspector, static named => named.Uscc);

    private static TableWrite Gone(TableEntity row) => TableWrite.Delete(row.PartitionKey, row.RowKey);

    private static string PartitionOf(DateOnly day) => PartitionOf(day.Year);

    private static string PartitionOf(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string RowOf(string drawId, UnifiedSocialCreditCode uscc) => $"{TableKey.Escape(drawId)} {uscc}";

    private static TableEntity Row(string drawId, InspectionTask task, bool isExempt, PlannedVisit visit) =>
        new(PartitionOf(task.Terms.StartsOn), RowOf(drawId, visit.Uscc))
        {
            [nameof(PastVisit.Uscc)] = visit.Uscc.ToString(),
            [nameof(PastVisit.RiskClass)] = visit.RiskClass.ToString(),
            [nameof(PastVisit.DrawId)] = drawId,
            [nameof(PastVisit.PlanId)] = task.Terms.PlanId,
            [nameof(PastVisit.StartsOn)] = task.Terms.StartsOn.ToString("O", CultureInfo.InvariantCulture),
            [nameof(PastVisit.IsExempt)] = isExempt,
            [nameof(PastVisit.Inspectors)] = string.Join('\n', visit.Inspectors),
        };

    private static TableEntity NamedRow(string inspectorId, string drawId, InspectionTask task, UnifiedSocialCreditCode uscc)
    {
        var countdown = (DateOnly.MaxValue.DayNumber - task.Terms.EndsOn.DayNumber).ToString("d7", CultureInfo.InvariantCulture);
        return new TableEntity(TableKey.Escape(inspectorId), $"{countdown} {RowOf(drawId, uscc)}")
        {
            [nameof(NamedVisit.DrawId)] = drawId,
            [nameof(NamedVisit.Uscc)] = uscc.ToString(),
        };
    }

    private static PastVisit Visit(TableEntity row) => new(
        UnifiedSocialCreditCode.Parse(row.GetString(nameof(PastVisit.Uscc))),
        RiskClass.Parse(row.GetString(nameof(PastVisit.RiskClass))),
        row.GetString(nameof(PastVisit.DrawId)),
        row.GetString(nameof(PastVisit.PlanId)),
        DateOnly.Parse(row.GetString(nameof(PastVisit.StartsOn)), CultureInfo.InvariantCulture),
        row.GetBoolean(nameof(PastVisit.IsExempt)) ?? false,
        row.GetString(nameof(PastVisit.Inspectors)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
