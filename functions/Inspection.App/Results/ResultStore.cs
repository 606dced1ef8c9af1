using System.Globalization;
using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Results;

/// <summary>
/// Table <c>results</c>, a partition for each draw. What belongs to one result lies in one partition, so that each step is
/// one transaction and there is never half of it:
/// <code>
/// head USCC                 the result as it is now
/// review USCC NUMBER        what was said of a submission
/// submission USCC NUMBER    what was handed to the review; never written again
/// </code>
/// </summary>
public sealed class ResultStore(ITableStore tables)
{
    private const string Table = "results";
    private const string Document = nameof(Document);
    private const string HeadPrefix = "head ";

    /// <summary>The result of a visit, or null where nothing was recorded yet.</summary>
    public async Task<InspectionResult?> FindAsync(string drawId, string uscc, CancellationToken cancellation = default) =>
        await tables.GetAsync(Table, PartitionOf(drawId), HeadPrefix + TableKey.Escape(uscc), cancellation) is { } row ? Read(row) : null;

    /// <summary>The results of a draw by code.</summary>
    public async Task<Page<InspectionResult>> ListAsync(
        string drawId, int limit, string? cursor, CancellationToken cancellation = default)
    {
        var range = TableRange.RowsWithPrefix(PartitionOf(drawId), HeadPrefix);
        var page = await tables.QueryPageAsync(Table, range, limit, cursor, cancellation);
        return new Page<InspectionResult>([.. page.Entities.Select(Read)], page.Continuation);
    }

    /// <summary>Every result of a draw by code.</summary>
    public IAsyncEnumerable<InspectionResult> AllAsync(string drawId, CancellationToken cancellation = default) =>
        tables.QueryAsync(Table, TableRange.RowsWithPrefix(PartitionOf(drawId), HeadPrefix), cancellation).Select(Read);

    /// <summary>What was handed to the review, oldest first.</summary>
    public async Task<IReadOnlyList<Submission>> SubmissionsAsync(string drawId, string uscc, CancellationToken cancellation = default) =>
        await HistoryAsync<Submission>(drawId, SubmissionPrefix(uscc), cancellation).ToListAsync(cancellation);

    /// <summary>What reviewers said, oldest first.</summary>
    public async Task<IReadOnlyList<Review>> ReviewsAsync(string drawId, string uscc, CancellationToken cancellation = default) =>
        await HistoryAsync<Review>(drawId, ReviewPrefix(uscc), cancellation).ToListAsync(cancellation);

    /// <summary>The revisions that were approved, oldest first: what the public sees.</summary>
    public async Task<IReadOnlyList<ApprovedRevision>> ApprovedAsync(string drawId, string uscc, CancellationToken cancellation = default)
    {
        // The reviews first: what is approved in between is missing whole.
        var approvals = (await ReviewsAsync(drawId, uscc, cancellation)).Where(static review => review.Approve).ToDictionary(static review => review.Submission);
        var submissions = await SubmissionsAsync(drawId, uscc, cancellation);
        return
        [
            .. from submission in submissions
               where approvals.ContainsKey(submission.Number)
               let approval = approvals[submission.Number]
               select new ApprovedRevision(
                   submission.Revision, submission.Terms, submission.CorrectionReason, submission.At, approval.By, approval.At),
        ];
    }

    /// <returns>The result as it is stored, or null where there is one already.</returns>
    public Task<InspectionResult?> AddAsync(InspectionResult result, CancellationToken cancellation = default) =>
        WriteAsync(result, TableWrite.Insert, [], cancellation);

    /// <returns>The result with its new version, or null where somebody changed it since it was read.</returns>
    public Task<InspectionResult?> ReplaceAsync(InspectionResult result, CancellationToken cancellation = default) =>
        WriteAsync(result, row => TableWrite.Replace(row, result.ETag), [], cancellation);

    /// <summary>Replaces the result together with what is handed to the review.</summary>
    /// <returns>As <see cref="ReplaceAsync"/>.</returns>
    public Task<InspectionResult?> SubmitAsync(InspectionResult result, Submission submission, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var row = HistoryRow(result, SubmissionPrefix(result.Uscc), submission.Number, submission);
        return WriteAsync(result, head => TableWrite.Replace(head, result.ETag), [TableWrite.Insert(row)], cancellation);
    }

    /// <summary>Replaces the result together with what was said of its submission.</summary>
    /// <returns>As <see cref="ReplaceAsync"/>.</returns>
    public Task<InspectionResult?> ReviewAsync(InspectionResult result, Review review, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        var row = HistoryRow(result, ReviewPrefix(result.Uscc), review.Submission, review);
        return WriteAsync(result, head => TableWrite.Replace(head, result.ETag), [TableWrite.Insert(row)], cancellation);
    }

    /// <summary>Notes that the approved revision is public.</summary>
    /// <returns>As <see cref="ReplaceAsync"/>.</returns>
    /// <exception cref="InvalidOperationException">It is not approved.</exception>
    public Task<InspectionResult?> MarkPublishedAsync(InspectionResult result, DateTimeOffset at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.State != ResultState.Approved)
            throw new InvalidOperationException($"result {result.Id} is {result.State}; only an approved one becomes public");
        var published = result with
        {
            State = ResultState.Published,
            PublishedRevision = result.Revision,
            PublishedAt = result.PublishedAt ?? at,
        };
        return ReplaceAsync(published, cancellation);
    }

    private async Task<InspectionResult?> WriteAsync(
        InspectionResult result, Func<TableEntity, TableWrite> write, IReadOnlyList<TableWrite> others, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(result);
        var next = result with { Version = result.Version + 1 };
        var written = await tables.TransactAsync(Table, [write(Row(next)), .. others], cancellation);
        return written.Done ? next with { ETag = written.ETags[0] } : null;
    }

    private IAsyncEnumerable<T> HistoryAsync<T>(string drawId, string prefix, CancellationToken cancellation) => tables
        .QueryAsync(Table, TableRange.RowsWithPrefix(PartitionOf(drawId), prefix), cancellation)
        .Select(static row => Parse<T>(row));

    private static TableEntity HistoryRow<T>(InspectionResult result, string prefix, int number, T value)
    {
        var row = new TableEntity(PartitionOf(result.DrawId), prefix + number.ToString("d6", CultureInfo.InvariantCulture));
        LongText.Set(row, Document, StoredJson.Write(value));
        return row;
    }

    private static TableEntity Row(InspectionResult result)
    {
        var row = new TableEntity(PartitionOf(result.DrawId), HeadPrefix + TableKey.Escape(result.Uscc))
        {
            [nameof(InspectionResult.State)] = result.State.ToString(),
            [nameof(InspectionResult.Revision)] = result.Revision,
        };
        LongText.Set(row, Document, StoredJson.Write(result));
        return row;
    }

    private static InspectionResult Read(TableEntity row) => Parse<InspectionResult>(row) with { ETag = row.ETag };

    private static T Parse<T>(TableEntity row) => StoredJson.Read<T>(LongText.Get(row, Document));

    private static string PartitionOf(string drawId) => TableKey.Escape(drawId);

    private static string SubmissionPrefix(string uscc) => $"submission {TableKey.Escape(uscc)} ";

    private static string ReviewPrefix(string uscc) => $"review {TableKey.Escape(uscc)} ";
}
