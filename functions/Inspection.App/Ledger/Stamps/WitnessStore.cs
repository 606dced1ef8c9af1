using System.Text;
using Azure.Data.Tables;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Ledger.Stamps;

/// <summary>The table <c>ledgerwitnesses</c>: in a partition of each witness, its receipt for each head that was posted.</summary>
internal sealed class WitnessStore(ITableStore tables)
{
    private const string Table = "ledgerwitnesses";
    private const string Hash = "Hash";

    public Task PutAsync(WitnessReceipt receipt, CancellationToken cancellation)
    {
        var row = new TableEntity(PartitionOf(receipt.Address), LedgerStore.RowOf(receipt.Head.Number))
        {
            [nameof(WitnessReceipt.Address)] = receipt.Address.AbsoluteUri,
            [Hash] = receipt.Head.Hash.ToString(),
            [nameof(WitnessReceipt.Outcome)] = receipt.Outcome.ToString(),
            [nameof(WitnessReceipt.Status)] = receipt.Status,
            [nameof(WitnessReceipt.Answer)] = receipt.Answer,
            [nameof(WitnessReceipt.Time)] = receipt.Time,
            [nameof(WitnessReceipt.Attempts)] = receipt.Attempts,
        };
        return tables.UpsertAsync(Table, row, cancellation);
    }

    public async Task<WitnessReceipt?> GetAsync(Uri address, long number, CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Table, PartitionOf(address), LedgerStore.RowOf(number), cancellation);
        return row is null ? null : new WitnessReceipt(
            address,
            new LedgerHead(number, Digest.Parse(row.GetString(Hash))),
            Enum.Parse<WitnessOutcome>(row.GetString(nameof(WitnessReceipt.Outcome))),
            row.GetInt32(nameof(WitnessReceipt.Status)) ?? 0,
            row.GetString(nameof(WitnessReceipt.Answer)) ?? "",
            row.GetDateTimeOffset(nameof(WitnessReceipt.Time)) ?? default,
            row.GetInt32(nameof(WitnessReceipt.Attempts)) ?? 0);
    }

    private static string PartitionOf(Uri address) => Digest.Of(Encoding.UTF8.GetBytes(address.AbsoluteUri)).ToString()[..32];
}
