using Inspection.App.Ledger;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;
using Inspection.Drawing;

namespace Inspection.App.Tests.Ledger;

/// <summary>A ledger in an embedded store of one test's own.</summary>
internal sealed class LedgerFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LedgerFixture()
    {
        Tables = OpenTables();
        Store = new LedgerStore(Tables);
        Ledger = new ChainedLedger(Store, Time);
    }

    public ManualTime Time { get; } = new();

    public string Folder => folder.Path;

    public SqliteTableStore Tables { get; }

    public LedgerStore Store { get; }

    public ChainedLedger Ledger { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static LedgerDraft Draft(int number, LedgerKind kind = LedgerKind.Notice) => new(
        $"notice:draw-{number}",
        kind,
        $"draw-{number}",
        Digest.Of([(byte)number, (byte)(number >> 8)]),
        new Dictionary<string, string> { ["title"] = $"第{number}次抽查", ["attempt"] = "1" });

    /// <summary>Another process's view of the same files.</summary>
    public SqliteTableStore OpenTables() => new(Path.Combine(folder.Path, "inspection.db"), Time);

    public async Task<IReadOnlyList<LedgerEntry>> AppendAsync(int count)
    {
        var entries = new List<LedgerEntry>();
        for (var i = 1; i <= count; i++)
        {
            entries.Add(await Ledger.AppendAsync(Draft(i), Cancellation));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        return entries;
    }

    public void Dispose()
    {
        Tables.Dispose();
        folder.Dispose();
    }
}
