namespace Inspection.App.Oversight;

/// <summary>
/// The rates of a year: of every item, of every department and of every district, of each item in each district, of each
/// department in each district, and of all together. Only random draws are samples of anything.
/// </summary>
public static class RateTable
{
    public static IReadOnlyList<RateRow> Of(IReadOnlyList<DrawFacts> draws, IReadOnlyDictionary<string, string> itemNames)
    {
        ArgumentNullException.ThrowIfNull(draws);
        ArgumentNullException.ThrowIfNull(itemNames);
        var random = draws.Where(static draw => !draw.IsTargeted).ToList();
        var samples = random.Select(static draw => draw.ToSample()).ToList();
        var asked = Questions(random).Select(question => (Question: question, Strata: SampleStrata.Of(samples, question))).ToList();
        var hidden = Hidden(asked);
        return
        [
            .. asked.Select(one => new RateRow(
                one.Question.ItemCode, itemNames.GetValueOrDefault(one.Question.ItemCode, ""), one.Question.Department, one.Question.District,
                RateEstimator.Estimate(one.Strata), LeftOutCount.Of(random, one.Question),
                IsPublishable: PublicRateRule.Allows(one.Strata) && !hidden.Contains(one.Question))),
        ];
    }

    /// <summary>The districts of one question are parts of it, and so are the departments.</summary>
    private static HashSet<RateQuestion> Hidden(List<(RateQuestion Question, IReadOnlyList<Stratum> Strata)> asked)
    {
        var districts = asked.Where(static one => one.Question.District.Length > 0).GroupBy(static one => one.Question with { District = "" });
        var departments = asked.Where(static one => one.Question.Department.Length > 0).GroupBy(static one => one.Question with { Department = "" });
        return
        [
            .. districts.Concat(departments).Select(static parts => parts.ToList())
                .SelectMany(static parts => PublicRateRule.Hidden([.. parts.Select(static part => part.Strata)]).Select(i => parts[i].Question)),
        ];
    }

    private static IEnumerable<RateQuestion> Questions(List<DrawFacts> draws)
    {
        var items = Sorted(draws.SelectMany(static draw => draw.ItemCodes));
        var departments = Sorted(draws.SelectMany(static draw => draw.Departments));
        string[] districts = ["", .. Sorted(draws.SelectMany(static draw => draw.Visits).Select(static visit => visit.District)).Where(static name => name.Length > 0)];
        return districts.SelectMany(district => new[] { new RateQuestion(District: district) }
            .Concat(items.Select(item => new RateQuestion(ItemCode: item, District: district)))
            .Concat(departments.Select(department => new RateQuestion(Department: department, District: district))));
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
