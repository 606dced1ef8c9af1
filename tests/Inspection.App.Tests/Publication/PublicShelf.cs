using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Publication;

/// <summary>The public tables by themselves, and made-up results to fill them with.</summary>
internal sealed class PublicShelf : IDisposable
{
    private static readonly string[] Firsts = ["青檀", "鲁味", "山水", "泰和", "青山"];
    private static readonly string[] Trades = ["餐饮", "食品", "药房", "和食"];
    private static readonly string[] Districts = ["东区", "西区"];
    private static readonly string[] Departments = ["市场监管局", "消防救援局", "应急管理局"];
    private static readonly SampleCodes Codes = new(new SampleRandom(3));

    private readonly TemporaryFolder? folder;
    private readonly ITableStore tables;

    public PublicShelf()
        : this(null)
    {
    }

    /// <param name="around">Puts something between the shelf and its store.</param>
    public PublicShelf(Func<ITableStore, ITableStore>? around)
    {
        folder = new TemporaryFolder();
        var store = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), new ManualTime());
        Opened = store;
        tables = around?.Invoke(store) ?? store;
        (Store, Finder) = On(tables);
    }

    public PublicResultStore Store { get; }

    public ResultFinder Finder { get; }

    public BulkChanges Changes => new(tables);

    private SqliteTableStore Opened { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static (PublicResultStore Store, ResultFinder Finder) On(ITableStore tables)
    {
        var (months, names) = (new PublicMonths(tables), new PublicNames(tables));
        return (new PublicResultStore(tables, months, names, new BulkChanges(tables)), new ResultFinder(tables, months, names));
    }

    /// <summary>The code of a made-up enterprise; those below 17 have results.</summary>
    public static string CodeOf(int firm) => Codes.Make(1, true, firm).ToString();

    /// <summary>The i-th result of a made-up world: some enterprises have many, in many draws, over some months.</summary>
    public static PublicResult Made(int i)
    {
        var firm = i % 17;
        var uscc = CodeOf(firm);
        var draw = string.Create(CultureInfo.InvariantCulture, $"20261101-d{i / 5}");
        var inspectedOn = new DateOnly(2026, 9, 1).AddDays(i % 60);
        var publishedAt = new DateTimeOffset(2026, 10, 1, 1, 0, 0, TimeSpan.Zero).AddDays(i % 60).AddMinutes(i % 7);
        IReadOnlyList<PublicItemResult> items =
        [
            new("SP-01", "食品检查", true, i % 3 == 0 ? ResultCode.Pending : ResultCode.NoProblem, Disposal.None),
            i % 4 == 0
                ? new PublicItemResult("XF-02", "消防检查", false, null, Disposal.None)
                : new PublicItemResult("XF-02", "消防检查", true, i % 5 == 0 ? ResultCode.Pending : ResultCode.Corrected, Disposal.Rectify),
        ];
        return new PublicResult
        {
            Id = PublicResultPlace.IdOf(draw, uscc),
            DrawId = draw,
            TaskId = $"task-{i / 5}",
            TaskTitle = "食品抽查",
            Uscc = uscc,
            Name = $"{Firsts[firm % Firsts.Length]}{Trades[firm % Trades.Length]}有限公司",
            District = Districts[firm % Districts.Length],
            Authority = "测试区市场监管局",
            Departments = [.. Departments.Take(1 + (i % Departments.Length))],
            Method = InspectionMethod.OnSite,
            InspectedOn = inspectedOn,
            Items = items,
            Revision = 1,
            PublishedAt = publishedAt,
            UpdatedAt = publishedAt,
            Revisions = [new PublicRevision(1, publishedAt, "", InspectionMethod.OnSite, inspectedOn, items)],
        };
    }

    public static IReadOnlyList<PublicResult> Made(int from, int count) => [.. Enumerable.Range(from, count).Select(i => Made(i))];

    public static PublicationMonth MonthOf(PublicResult result) =>
        PublicationMonth.Of(DateOnly.FromDateTime(result.PublishedAt.UtcDateTime));

    /// <summary>The same, corrected.</summary>
    public static PublicResult Corrected(PublicResult result) => result with
    {
        Revision = result.Revision + 1,
        InspectedOn = result.InspectedOn.AddDays(-40),
        UpdatedAt = result.UpdatedAt.AddDays(50),
        Items = [result.Items[0] with { Code = ResultCode.Refused }, .. result.Items.Skip(1)],
    };

    public Task PutAsync(IEnumerable<PublicResult> results) => PutAsync(Store, results);

    public static async Task PutAsync(PublicResultStore store, IEnumerable<PublicResult> results)
    {
        foreach (var result in results)
            Assert.NotNull(await store.WriteAsync(result, MonthOf(result), await store.FindAsync(result.Id, Cancellation), Cancellation));
    }

    /// <summary>Every result that a query finds, page by page.</summary>
    public Task<IReadOnlyList<PublicResult>> AllAsync(ResultQuery query, int limit = 7) => AllAsync(Finder, query, limit);

    public static async Task<IReadOnlyList<PublicResult>> AllAsync(ResultFinder finder, ResultQuery query, int limit = 7)
    {
        var (found, cursor) = (new List<PublicResult>(), default(string));
        do
        {
            var page = await finder.FindAsync(query, cursor, limit, Cancellation);
            Assert.InRange(page.Rows.Count, 0, limit);
            found.AddRange(page.Rows.Select(row => row.Result));
            cursor = page.Next;
        }
        while (cursor is not null);
        return found;
    }

    public void Dispose()
    {
        Opened.Dispose();
        folder?.Dispose();
    }
}
