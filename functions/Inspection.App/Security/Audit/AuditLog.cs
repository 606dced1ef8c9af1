using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Security;

/// <summary>
/// The audit log in the table <c>audit</c>, newest first: the partition counts the days down, the row key the ticks, and a
/// random end tells entries of one tick apart. Rows are inserted only.
/// </summary>
internal sealed class AuditLog(ITableStore tables, TimeProvider time, IHttpContextAccessor request) : IAuditLog
{
    /// <summary>How many entries one query looks at; where few of them fit, its page is short and has a next one.</summary>
    public const int MaxRead = 5000;

    private const string Table = "audit";
    private const int MaxSubject = 400;
    private const int LastDay = 99_999_999;

    public async Task WriteAsync(
        Actor actor, string action, string subject, string outcome = IAuditLog.Done, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var kept = subject.Length > MaxSubject ? subject[..MaxSubject] : subject;
        var entry = new AuditEntry(
            time.GetUtcNow(), actor.Name, action, kept, outcome, request.HttpContext?.TraceIdentifier ?? "");
        var written = await tables.InsertAsync(Table, RowOf(entry), cancellation);
        if (!written.Done)
            throw new InvalidOperationException("an audit entry's random key is taken");
    }

    /// <summary>A page of the entries that the filter takes, newest first.</summary>
    public async Task<Page<AuditEntry>> ListAsync(
        AuditFilter filter, int limit, string? cursor, CancellationToken cancellation = default)
    {
        var range = TableRange.Partitions(
            filter.To is { } to ? PartitionOf(to) : "", filter.From is { } from ? PartitionAfter(from) : null);
        return await tables.ScanAsync(
            Table, range, limit, cursor, MaxRead,
            row => ValueTask.FromResult(Read(row) is var entry && filter.Takes(entry) ? entry : null), cancellation);
    }

    private static string PartitionOf(DateTimeOffset time) => Days(time).ToString("d8", CultureInfo.InvariantCulture);

    private static string PartitionAfter(DateTimeOffset time) => (Days(time) + 1).ToString("d8", CultureInfo.InvariantCulture);

    private static int Days(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return LastDay - (utc.Year * 10_000) - (utc.Month * 100) - utc.Day;
    }

    private static TableEntity RowOf(AuditEntry entry)
    {
        var row = $"{Countdown.Of(entry.Time)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        return new TableEntity(PartitionOf(entry.Time), row)
        {
            [nameof(entry.Time)] = entry.Time,
            [nameof(entry.Actor)] = entry.Actor,
            [nameof(entry.Action)] = entry.Action,
            [nameof(entry.Subject)] = entry.Subject,
            [nameof(entry.Outcome)] = entry.Outcome,
            [nameof(entry.RequestId)] = entry.RequestId,
        };
    }

    private static AuditEntry Read(TableEntity row) => new(
        row.GetDateTimeOffset(nameof(AuditEntry.Time)) ?? default,
        row.GetString(nameof(AuditEntry.Actor)),
        row.GetString(nameof(AuditEntry.Action)),
        row.GetString(nameof(AuditEntry.Subject)),
        row.GetString(nameof(AuditEntry.Outcome)),
        row.GetString(nameof(AuditEntry.RequestId)));
}
