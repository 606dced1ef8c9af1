using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;
using ETag = Azure.ETag;

namespace Inspection.App.Planning;

/// <summary>A day of the authority's own, with the version that was read.</summary>
public sealed record OwnDay(SpecialDay Day, ETag ETag);

/// <summary>
/// The working days that the authority goes by: the notices that the program ships, and over them the days that an
/// administrator entered, in the table <c>holidays</c>, partitioned by year. A newer program brings newer notices; what was
/// entered stays.
/// </summary>
public sealed class WorkingDays(ITableStore tables)
{
    private const string Table = "holidays";
    private const string Form = "yyyy-MM-dd";

    /// <summary>The calendar as it is now.</summary>
    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellation = default)
    {
        var days = ShippedHolidays.Days.ToDictionary(static day => day.Date);
        await foreach (var row in tables.QueryAsync(Table, TableRange.All, cancellation))
            days[DayOf(row)] = Read(row).Day;
        return new WorkingCalendar(days);
    }

    /// <summary>The n-th working day after a day; to count often, read the calendar once.</summary>
    public async Task<WorkingDeadline> AddAsync(DateOnly day, int workingDays, CancellationToken cancellation = default) =>
        (await ReadAsync(cancellation)).Add(day, workingDays);

    /// <summary>What an administrator entered for the day, or null.</summary>
    public async Task<OwnDay?> FindOwnAsync(DateOnly day, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, PartitionOf(day), RowOf(day), cancellation) is { } row ? Read(row) : null;

    /// <summary>The days of a year that an administrator entered.</summary>
    public async Task<IReadOnlySet<DateOnly>> OwnAsync(int year, CancellationToken cancellation = default) => await tables
        .QueryAsync(Table, TableRange.Rows(PartitionOf(new DateOnly(year, 1, 1))), cancellation)
        .Select(DayOf).ToHashSetAsync(cancellationToken: cancellation);

    /// <summary>Enters a day, or replaces the entry that was read with this version.</summary>
    public async Task<Outcome<OwnDay>> SaveAsync(SpecialDay day, ETag? expected, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(day);
        var result = expected is { } version
            ? await tables.ReplaceAsync(Table, Row(day), version, cancellation)
            : await tables.UpsertAsync(Table, Row(day), cancellation);
        return result.Done ? new OwnDay(day, result.ETag) : NotWritten(result.Outcome, day.Date);
    }

    /// <summary>Takes an entry back, so that the day is again what the program ships; null where that was done.</summary>
    public async Task<Refusal?> RemoveAsync(DateOnly day, ETag? expected, CancellationToken cancellation = default)
    {
        var result = await tables.DeleteAsync(Table, PartitionOf(day), RowOf(day), expected ?? ETag.All, cancellation);
        return result.Done ? null : NotWritten(result.Outcome, day);
    }

    private static Refusal NotWritten(WriteOutcome outcome, DateOnly day) => outcome == WriteOutcome.Missing
        ? Refusal.NotFound($"nothing was entered for {RowOf(day)}; what the program ships is overridden by PUT")
        : Refusal.Stale($"{RowOf(day)} was changed since it was read; read it again and repeat the change");

    private static string PartitionOf(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);

    private static string RowOf(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    private static DateOnly DayOf(TableEntity row) => DateOnly.ParseExact(row.RowKey, Form, CultureInfo.InvariantCulture);

    private static TableEntity Row(SpecialDay day) => new(PartitionOf(day.Date), RowOf(day.Date))
    {
        [nameof(SpecialDay.Kind)] = day.Kind.ToString(),
        [nameof(SpecialDay.Name)] = day.Name,
        [nameof(SpecialDay.Source)] = day.Source,
    };

    private static OwnDay Read(TableEntity row) => new(
        new SpecialDay(
            DayOf(row),
            Enum.Parse<DayKind>(row.GetString(nameof(SpecialDay.Kind))),
            row.GetString(nameof(SpecialDay.Name)),
            row.GetString(nameof(SpecialDay.Source))),
        row.ETag);
}
