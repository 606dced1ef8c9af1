using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// Enterprises from and to files. Of a file in work only codes and fingerprints are in memory, and one portion.
/// </summary>
internal sealed class EnterpriseFiles(EnterpriseStore store) : IDirectoryFiles
{
    private const int Portion = 20_000;

    private static readonly EnterpriseReadOptions Options = new() { KeepUnclassified = true };

    public string Directory => "enterprises";

    public IReadOnlyList<Column> Columns => EnterpriseColumns.All;

    public IReadOnlyList<string> Example { get; } =
    [
        "91379901MA00000004", "云泽市青檀区示例餐饮有限公司", "B", "青檀区龙泉街道", "餐饮服务", "青檀区龙泉街道解放路1号", "存续",
        "2019-03-05", "学校周边;网络餐饮",
    ];

    public async Task<CheckedFile> CheckAsync(
        Stream file, ImportJob import, Action<RejectedRow> reject, CancellationToken cancellation)
    {
        var wanted = new Dictionary<UnifiedSocialCreditCode, ulong>();
        foreach (var (enterprise, line) in Read(file, import.FileName, reject))
        {
            cancellation.ThrowIfCancellationRequested();
            var isGood = true;
            foreach (var (column, problem) in EnterpriseRules.ProblemsOf(enterprise))
            {
                isGood = false;
                reject(new RejectedRow(import.FileName, line, column.English, enterprise.Uscc.ToString(), problem));
            }

            if (isGood)
                wanted.Add(enterprise.Uscc, Fingerprint(enterprise));
        }

        var counts = await CompareAsync(wanted, cancellation);
        return new CheckedFile(counts, (report, token) => WriteAsync(file, import, wanted, report, token));
    }

    public IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(CancellationToken cancellation) =>
        store.ListAsync(cancellation).Select(DirectoryRows.Of);

    /// <summary>Counts, and leaves in the dictionary what is to be written.</summary>
    private async Task<ImportCounts> CompareAsync(
        Dictionary<UnifiedSocialCreditCode, ulong> wanted, CancellationToken cancellation)
    {
        var (rows, changed, unchanged, missing) = (wanted.Count, 0, 0, 0);
        await foreach (var held in store.ScanAsync(cancellation: cancellation))
        {
            if (!wanted.TryGetValue(held.Uscc, out var fingerprint))
            {
                missing++;
            }
            else if (fingerprint == Fingerprint(held))
            {
                unchanged++;
                wanted.Remove(held.Uscc);
            }
            else
            {
                changed++;
            }
        }

        return new ImportCounts(rows - changed - unchanged, changed, unchanged, missing);
    }

    private async Task WriteAsync(
        Stream file,
        ImportJob import,
        Dictionary<UnifiedSocialCreditCode, ulong> wanted,
        Func<int, Task> report,
        CancellationToken cancellation)
    {
        // No row is rejected any more: the file is the one that was checked.
        var rows = Read(file, import.FileName, _ => { })
            .Select(row => row.Enterprise)
            .Where(row => wanted.ContainsKey(row.Uscc));
        foreach (var portion in rows.Chunk(Portion))
        {
            await store.PutAsync(portion, cancellation);
            await report(portion.Length);
        }
    }

    private static IEnumerable<(Enterprise Enterprise, int Line)> Read(
        Stream file, string fileName, Action<RejectedRow> reject) =>
        EnterpriseFile.Read(file, fileName, Options, reject).Select(row => (Of(row), row.Line));

    private static Enterprise Of(EnterpriseRow row) => new()
    {
        Uscc = row.Uscc,
        Name = row.Name,
        RiskClass = row.RiskClass,
        District = row.District,
        Industry = row.Industry,
        Address = row.Address,
        Status = row.Status,
        RegisteredOn = row.RegisteredOn,
        Tags = row.Tags,
    };

    // SHA256(cells joined by U+001F, which no cell holds), first 8 bytes: two contents of one code do not meet by chance.
    private static ulong Fingerprint(Enterprise enterprise)
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\x1f', DirectoryRows.Of(enterprise)));
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(content));
    }
}
