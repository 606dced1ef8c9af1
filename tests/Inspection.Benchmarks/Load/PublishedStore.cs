using System.Diagnostics;
using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Storage.Embedded;

namespace Inspection.Benchmarks;

/// <summary>
/// An embedded store full of published results, written by the store's own code: enterprises with some results each, spread
/// over the draws and months of three years, with names of the usual words.
/// </summary>
internal static class PublishedStore
{
    private const int ResultsOfOne = 5;
    private const int ResultsOfDraw = 500;
    private const int AtOnce = 128;
    private const int Seed = 1;

    private static readonly DateTimeOffset First = new(2024, 1, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly SampleEnterprises Enterprises = new(Seed);

    /// <summary>The code of an enterprise that has results, another one for each number.</summary>
    public static string CodeOf(int number, int results) => Enterprises.Code(Scatter(number) % Count(results)).ToString();

    /// <summary>Two to four characters of the name of an enterprise that has results.</summary>
    public static string PartOfName(int number, int results)
    {
        var name = NameOf(Scatter(number) % Count(results));
        var length = 2 + (number % 3);
        return name.Substring(Scatter(number + 1) % (name.Length - length + 1), length);
    }

    /// <summary>Fills the store, unless it is full.</summary>
    public static async Task FillAsync(string folder, int results)
    {
        using var tables = new SqliteTableStore(Path.Combine(folder, "inspection.db"), TimeProvider.System);
        var store = new PublicResultStore(tables, new PublicMonths(tables), new PublicNames(tables), new BulkChanges(tables));
        if (await store.FindAsync(Made(results - 1, results).Id) is not null)
            return;
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, results - 1, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (i, _) => WriteAsync(store, Made(i, results)));
        await WriteAsync(store, Made(results - 1, results));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results} results published in {clock.Elapsed.TotalSeconds:0} s, in {folder}"));
    }

    private static async ValueTask WriteAsync(PublicResultStore store, PublicResult result)
    {
        var month = PublicationMonth.Of(DateOnly.FromDateTime(result.PublishedAt.UtcDateTime));
        await store.WriteAsync(result, month, await store.FindAsync(result.Id), CancellationToken.None);
    }

    private static PublicResult Made(int i, int results)
    {
        var enterprise = i % Count(results);
        var uscc = Enterprises.Code(enterprise).ToString();
        var draw = string.Create(CultureInfo.InvariantCulture, $"20240102-load{i / ResultsOfDraw:d6}");
        var at = First.AddMinutes((double)i / results * TimeSpan.FromDays(3 * 365).TotalMinutes);
        var on = DateOnly.FromDateTime(at.UtcDateTime).AddDays(-10);
        IReadOnlyList<PublicItemResult> items =
        [
            new("SP-01", "食品经营监督检查", true, i % 9 == 0 ? ResultCode.Corrected : ResultCode.NoProblem, i % 9 == 0 ? Disposal.Rectify : Disposal.None),
            new("GS-02", "公示信息检查", true, i % 20 == 0 ? ResultCode.NotDisclosed : ResultCode.NoProblem, Disposal.None),
        ];
        return new PublicResult
        {
            Id = PublicResultPlace.IdOf(draw, uscc),
            DrawId = draw,
            TaskId = $"task-{i / ResultsOfDraw}",
            TaskTitle = "食品经营双随机抽查",
            Uscc = uscc,
            Name = NameOf(enterprise),
            District = $"测试区{enterprise % 12}街道",
            Authority = "测试区市场监督管理局",
            Departments = ["测试区市场监督管理局"],
            Method = InspectionMethod.OnSite,
            InspectedOn = on,
            Items = items,
            Revision = 1,
            PublishedAt = at,
            UpdatedAt = at,
            Revisions = [new PublicRevision(1, at, "", InspectionMethod.OnSite, on, items)],
        };
    }

    private static string NameOf(int enterprise)
    {
        using var row = new StringWriter();
        Enterprises.WriteRow(row, enterprise);
        return row.ToString().Split(',')[1];
    }

    private static int Count(int results) => Math.Max(1, results / ResultsOfOne);

    private static int Scatter(int number) => (int)((uint)number * 2_654_435_761u >> 1);
}
