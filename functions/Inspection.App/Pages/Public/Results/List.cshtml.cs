using System.Globalization;
using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Publication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Published results by any of the API's filters; the whole query stands in the address.</summary>
internal sealed class ResultListModel(ResultFinder finder, ResultSorter sorter, PublicItems items, Words words) : PageModel
{
    private const int Rows = 20;

    // Few items are published, and all of them are chosen from.
    private const int Items = 500;

    private static readonly string[] OfThisPageOnly = ["cursor", "limit", "sort"];

    public static IReadOnlyList<int> Sizes { get; } = [Rows, 50, 100];

    public ResultQueryInput Input { get; private set; } = new();

    public IReadOnlyList<PublicItem> Choices { get; private set; } = [];

    public Page<PublicResult> Results { get; private set; } = new([], null);

    [FromQuery(Name = "sort")]
    public ResultOrder? Sort { get; set; }

    public ResultOrder Order => Sort ?? ResultOrder.Published;

    /// <summary>Whether more fits than can be sorted, so that the list is in the order of publication after all.</summary>
    public bool IsTooMuchToSort { get; private set; }

    /// <summary>What is wrong with the query, in words; null where nothing is.</summary>
    public string? Problem { get; private set; }

    public bool HasFilter => Request.Query.Any(pair => !OfThisPageOnly.Contains(pair.Key) && pair.Value.ToString().Length > 0);

    /// <summary>Whether more is asked for than a code or a name.</summary>
    public bool IsNarrowed => Order != ResultOrder.Published || Input with { Q = null, Cursor = null, Draw = null } != new ResultQueryInput();

    /// <summary>Whether what was searched for was meant as a code, though it is none.</summary>
    public bool IsNearlyCode => Input.Q is { Length: > 12 } text && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The same query as a file.</summary>
    public string Export(string ending) => $"/api/v1/public/results.{ending}" + new QueryBuilder(Request.Query
        .Where(pair => !OfThisPageOnly.Contains(pair.Key) && pair.Value.ToString().Length > 0)
        .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));

    public async Task OnGetAsync([FromQuery] ResultQueryInput input, CancellationToken cancellation)
    {
        Input = input;
        Choices = (await items.ListAsync(Items, null, cancellation)).Items;
        var query = ModelState.IsValid ? input.Read() : Refusal.Invalid("unreadable", "");
        if (query.IsRefused(out var refusal))
        {
            Problem = InWords(refusal);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Results = Order != ResultOrder.Published && await sorter.FindAsync(query.Value, Order, cancellation) is { } sorted
            ? PartOf(sorted)
            : await ListAsync(query.Value, cancellation);
    }

    private async Task<Page<PublicResult>> ListAsync(ResultQuery query, CancellationToken cancellation)
    {
        // What could not be sorted goes on by the cursors of what is not sorted.
        IsTooMuchToSort = Order != ResultOrder.Published;
        var page = await finder.FindAsync(query, Input.Cursor, Input.Limit ?? Rows, cancellation);
        return new Page<PublicResult>([.. page.Rows.Select(static row => row.Result)], page.Next);
    }

    // The cursor of a sorted list is how many come before.
    private Page<PublicResult> PartOf(IReadOnlyList<PublicResult> sorted)
    {
        var from = int.TryParse(Input.Cursor, CultureInfo.InvariantCulture, out var before) ? Math.Clamp(before, 0, sorted.Count) : 0;
        var to = Math.Min(sorted.Count, from + (Input.Limit ?? Rows));
        return new Page<PublicResult>([.. sorted.Skip(from).Take(to - from)], to < sorted.Count ? to.ToString(CultureInfo.InvariantCulture) : null);
    }

    private string InWords(Refusal refusal) => refusal.Rule switch
    {
        "q" => words["请输入完整的统一社会信用代码，或者企业名称中连续的两个字以上。", "Give a whole unified social credit code, or at least two neighbouring characters of a name."],
        "uscc" => words["统一社会信用代码应为 18 位数字和大写字母，请核对有没有输错。", "A unified social credit code has 18 digits and capital letters; check it for a slip."],
        "days" => words["开始日期在结束日期之后，请调换。", "The first day is after the last; swap them."],
        _ => words["有一个筛选条件读不懂，请重新选择。", "One of the filters cannot be read; choose it again."],
    };
}
