using Azure.Data.Tables;
using Inspection.App.Storage;

namespace Inspection.App.Oversight;

/// <summary>What a receipt shows: table <c>publicleads</c>, by the receipt's hash. Whoever reads the table learns no receipt.</summary>
internal sealed class PublicLeadStore(ITableStore tables)
{
    private const string Table = "publicleads";
    private const string Partition = "lead";
    private const string Document = nameof(Document);
    private const string Version = nameof(Lead.Version);

    public async Task<PublicLead?> FindAsync(string receiptHash, CancellationToken cancellation) =>
        await tables.GetAsync(Table, Partition, receiptHash, cancellation) is { } row ? StoredJson.Read<PublicLead>(LongText.Get(row, Document)) : null;

    /// <summary>Shows a lead as it is; what is newer than it stays.</summary>
    public async Task PutAsync(Lead lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var row = new TableEntity(Partition, lead.ReceiptHash) { [Version] = lead.Version };
        LongText.Set(row, Document, StoredJson.Write(PublicLead.Of(lead)));
        while (true)
        {
            var shown = await tables.GetAsync(Table, Partition, lead.ReceiptHash, cancellation);
            if (shown?.GetInt32(Version) >= lead.Version)
                return;
            var written = shown is null
                ? await tables.InsertAsync(Table, row, cancellation)
                : await tables.ReplaceAsync(Table, row, shown.ETag, cancellation);
            if (written.Done)
                return;
        }
    }
}
