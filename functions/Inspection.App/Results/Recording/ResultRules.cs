namespace Inspection.App.Results;

/// <summary>What a result keeps to.</summary>
/// <param name="ItemCodes">What the task checks.</param>
/// <param name="StartsOn">The first day of the task.</param>
/// <param name="EndsOn">The last.</param>
internal sealed record ResultScope(IReadOnlyList<string> ItemCodes, DateOnly StartsOn, DateOnly EndsOn)
{
    public static ResultScope Of(Visit visit) => new(visit.Task.Terms.ItemCodes, visit.Draw.StartsOn, visit.Draw.EndsOn);
}

/// <summary>What a result may say. A draft may still lack things; what is submitted lacks nothing.</summary>
internal static class ResultRules
{
    public const int MaxFinding = 2000;
    public const int MaxLegalBasis = 500;
    public const int MaxNotes = 4000;

    private const int MaxCharacters = 150_000;

    /// <summary>What no draft may be.</summary>
    public static IEnumerable<ResultProblem> ProblemsOfDraft(ResultTerms terms, ResultScope scope)
    {
        // JSON may hold null for an item.
        if (terms.Items.Any(static item => item is null))
        {
            yield return new ResultProblem("items", "items", "an item is empty");
            yield break;
        }

        if (terms.InspectedOn < scope.StartsOn || terms.InspectedOn > scope.EndsOn)
            yield return new ResultProblem("inspected-on", "inspectedOn", $"{terms.InspectedOn:yyyy-MM-dd} is not among the days of the task, {scope.StartsOn:yyyy-MM-dd} to {scope.EndsOn:yyyy-MM-dd}");
        if (!Enum.IsDefined(terms.Method))
            yield return new ResultProblem("method", "method", $"{terms.Method} is no method");
        if (PlainText.ProblemOf(terms.Notes, MaxNotes) is { } notes)
            yield return new ResultProblem("text", "notes", notes);
        foreach (var (item, at) in Numbered(terms))
        {
            if (!scope.ItemCodes.Contains(item.ItemCode))
                yield return new ResultProblem("items", $"{at}.itemCode", $"the task does not check {item.ItemCode}; it checks {string.Join(", ", scope.ItemCodes)}");
            if (item.Code is { } code && !Enum.IsDefined(code))
                yield return new ResultProblem("code", $"{at}.code", $"{code} is no result code");
            if (!Enum.IsDefined(item.Disposal))
                yield return new ResultProblem("disposal", $"{at}.disposal", $"{item.Disposal} is no disposal");
            if (PlainText.ProblemOf(item.Finding, MaxFinding) is { } finding)
                yield return new ResultProblem("text", $"{at}.finding", finding);
            if (PlainText.ProblemOf(item.LegalBasis, MaxLegalBasis) is { } basis)
                yield return new ResultProblem("text", $"{at}.legalBasis", basis);
        }

        foreach (var twice in terms.Items.CountBy(static item => item.ItemCode).Where(static count => count.Value > 1))
            yield return new ResultProblem("items", "items", $"{twice.Key} stands there {twice.Value} times; each item stands there once");
        if (terms.Items.Sum(static item => item.Finding.Length + item.LegalBasis.Length) > MaxCharacters)
            yield return new ResultProblem("text", "items", $"all findings together have at most {MaxCharacters} characters; put the rest into a document as evidence");
    }

    /// <summary>What keeps a draft from being submitted.</summary>
    /// <param name="terms">The draft.</param>
    /// <param name="scope">The visit's task.</param>
    /// <param name="today">The day on the wall.</param>
    public static IEnumerable<ResultProblem> ProblemsOfSubmission(ResultTerms terms, ResultScope scope, DateOnly today)
    {
        var unfit = ProblemsOfDraft(terms, scope).ToList();
        foreach (var problem in unfit)
            yield return problem;
        if (unfit.Count > 0)
            yield break;
        if (terms.InspectedOn > today)
            yield return new ResultProblem("inspected-on", "inspectedOn", $"{terms.InspectedOn:yyyy-MM-dd} is yet to come; today is {today:yyyy-MM-dd}");
        foreach (var code in scope.ItemCodes.Except(terms.Items.Select(static item => item.ItemCode)))
            yield return new ResultProblem("items-missing", "items", $"{code} is missing; record every item, with the reason where it was not checked");
        foreach (var (item, at) in Numbered(terms))
        {
            foreach (var (member, rule, text) in item.Checked ? ProblemsOfChecked(item) : ProblemsOfUnchecked(item))
                yield return new ResultProblem(rule, $"{at}.{member}", text);
        }
    }

    private static IEnumerable<(string Member, string Rule, string Text)> ProblemsOfUnchecked(ItemResult item)
    {
        if (item.Code is not null)
            yield return ("code", "code", "an item that was not checked has no code");
        if (item.Disposal != Disposal.None)
            yield return ("disposal", "disposal", "an item that was not checked has no disposal");
        if (string.IsNullOrWhiteSpace(item.Finding))
            yield return ("finding", "reason-missing", "say why the item was not checked");
    }

    private static IEnumerable<(string Member, string Rule, string Text)> ProblemsOfChecked(ItemResult item)
    {
        if (item.Code is not { } code)
        {
            yield return ("code", "code", "a checked item has a code");
            yield break;
        }

        if (IsProblem(code) && string.IsNullOrWhiteSpace(item.Finding))
            yield return ("finding", "finding-missing", $"{code} is a problem; say what was found");
        if (DisposalProblem(code, item.Disposal) is { } disposal)
            yield return ("disposal", "disposal", disposal);
        if (item.Disposal == Disposal.Lenient && string.IsNullOrWhiteSpace(item.LegalBasis))
            yield return ("legalBasis", "legal-basis", "a minor first offence goes unpunished (初次轻微违法免罚) on a legal basis; name it");
    }

    /// <summary>Whether a code says that something is wrong that is to be dealt with.</summary>
    private static bool IsProblem(ResultCode code) =>
        code is ResultCode.NotDisclosed or ResultCode.FalseDisclosure or ResultCode.Corrected or ResultCode.Pending or ResultCode.Refused;

    /// <summary>Why a disposal does not go with what it disposes of; null where it does.</summary>
    public static string? DisposalProblem(ResultCode code, Disposal disposal) => (code, disposal) switch
    {
        (ResultCode.NoProblem or ResultCode.NoActivity, not Disposal.None) => $"{code} leaves nothing to dispose of; the disposal is None",
        (ResultCode.Pending, Disposal.None) => "a pending problem has a disposal: say what is being done",
        (ResultCode.Corrected, Disposal.None) => "what was corrected on order was ordered: the disposal is Rectify, or Lenient with its legal basis",
        (not (ResultCode.Corrected or ResultCode.NotDisclosed), Disposal.Lenient) =>
            $"only a minor first offence that was corrected in time goes unpunished (行政处罚法第三十三条); {code} is none",
        _ => null,
    };

    private static IEnumerable<(ItemResult Item, string At)> Numbered(ResultTerms terms) =>
        terms.Items.Select(static (item, n) => (item, $"items[{n}]"));
}
