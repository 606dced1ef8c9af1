using Azure.Data.Tables;
using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Oversight;

/// <summary>
/// The leads: table <c>leads</c>.
/// <code>
/// partition receipt, row HASH    the lead of a receipt; written before the lead
/// partition words, row HASH ID   when the words of a lead came
/// partition lead, row ID         the lead
/// </code>
/// </summary>
internal sealed class LeadStore(ITableStore tables)
{
    private const string Table = "leads";
    private const string Leads = "lead";
    private const string Receipts = "receipt";
    private const string Words = "words";
    private const string Document = nameof(Document);
    private const string LeadId = nameof(LeadId);
    private const string CameAt = nameof(CameAt);

    public async Task<Lead?> FindAsync(string id, CancellationToken cancellation) =>
        await tables.GetAsync(Table, Leads, TableKey.Escape(id), cancellation) is { } row ? Read(row) : null;

    public async Task<Lead?> FindByReceiptAsync(string receiptHash, CancellationToken cancellation) =>
        await tables.GetAsync(Table, Receipts, receiptHash, cancellation) is { } row ? await FindAsync(row.GetString(LeadId), cancellation) : null;

    /// <summary>A page of one state or of all, the oldest day first. It may be short, even empty, while there is a next one.</summary>
    public async Task<Page<Lead>> ListAsync(LeadState? state, int limit, string? cursor, CancellationToken cancellation)
    {
        var page = await tables.QueryPageAsync(Table, TableRange.Rows(Leads), limit, cursor, cancellation);
        return new Page<Lead>([.. page.Entities.Where(row => state is null || row.GetString(nameof(Lead.State)) == state.ToString()).Select(Read)], page.Continuation);
    }

    public IAsyncEnumerable<Lead> AllAsync(CancellationToken cancellation) =>
        tables.QueryAsync(Table, TableRange.Rows(Leads), cancellation).Select(Read);

    public async Task<Lead> AddAsync(Lead lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        await tables.UpsertAsync(Table, new TableEntity(Receipts, lead.ReceiptHash) { [LeadId] = lead.Id }, cancellation);
        var next = lead with { Version = 1 };
        var written = await tables.InsertAsync(Table, Row(next), cancellation);
        return written.Done ? next with { ETag = written.ETag } : throw new InvalidOperationException($"the new id {lead.Id} is taken");
    }

    /// <returns>The lead as it is stored, or null where somebody changed it since it was read.</returns>
    public async Task<Lead?> ReplaceAsync(Lead lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var next = lead with { Version = lead.Version + 1 };
        var written = await tables.ReplaceAsync(Table, Row(next), lead.ETag, cancellation);
        return written.Done ? next with { ETag = written.ETag } : null;
    }

    /// <summary>Notes which words a lead came with.</summary>
    public Task NoteWordsAsync(string hash, Lead lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return tables.UpsertAsync(Table, new TableEntity(Words, $"{hash} {TableKey.Escape(lead.Id)}") { [CameAt] = lead.ReceivedAt }, cancellation);
    }

    /// <summary>How often words came since a time.</summary>
    public async Task<int> CountWordsAsync(string hash, DateTimeOffset since, CancellationToken cancellation) => await tables
        .QueryAsync(Table, TableRange.RowsWithPrefix(Words, $"{hash} "), cancellation)
        .CountAsync(row => row.GetDateTimeOffset(CameAt) > since, cancellation);

    private static TableEntity Row(Lead lead)
    {
        var row = new TableEntity(Leads, TableKey.Escape(lead.Id)) { [nameof(Lead.State)] = lead.State.ToString() };
        LongText.Set(row, Document, StoredJson.Write(lead));
        return row;
    }

    private static Lead Read(TableEntity row) => StoredJson.Read<Lead>(LongText.Get(row, Document)) with { ETag = row.ETag };
}
