namespace Inspection.App.Directory;

/// <summary>
/// The bad rows of a file by line, each with all that is wrong with it. All are counted; of very many only the first are
/// kept, which are more than anybody mends by hand.
/// </summary>
internal sealed class ProblemLines(IReadOnlyList<Column> columns)
{
    private const int MostKept = 50_000;

    private readonly Dictionary<int, string> problems = [];
    private int lastUnkept;

    public int Count { get; private set; }

    public IReadOnlyDictionary<int, string> ByLine => problems;

    public void Add(RejectedRow row)
    {
        var column = columns.FirstOrDefault(known => known.English == row.Column);
        var problem = ProblemsInChinese.Of(row.Problem) is { } chinese ? $"{chinese} ({row.Problem})" : row.Problem;
        var text = column is null ? problem : $"{column.Chinese}: {problem}";
        if (problems.TryGetValue(row.Line, out var before))
        {
            problems[row.Line] = $"{before}; {text}";
        }
        else if (problems.Count < MostKept)
        {
            problems.Add(row.Line, text);
            Count++;
        }
        else if (row.Line != lastUnkept)
        {
            lastUnkept = row.Line;
            Count++;
        }
    }
}
