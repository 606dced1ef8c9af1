using Inspection.App.Oversight;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Oversight.Estimates;

public sealed class RateEstimatorTests
{
    private const double Tolerance = 1e-9;

    /// <summary>The cases of <c>survey.json</c>, which <c>survey.R</c> beside it made.</summary>
    public static TheoryData<string> Cases =>
        [.. JArray.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oversight", "survey.json"))).Select(one => one.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rate_error_and_interval_are_those_of_R_and_its_survey_package(string json)
    {
        var wanted = JObject.Parse(json);
        var strata = wanted["strata"]!.Select(s => Of((int)s[0]!, (int)s[1]!, (int)s[2]!, (int)s[3]!));

        var estimate = RateEstimator.Estimate(strata)!;

        Assert.Equal((double)wanted["rate"]!, estimate.Rate, Tolerance);
        Assert.Equal((double)wanted["standardError"]!, estimate.StandardError, Tolerance);
        Assert.Equal((int)wanted["degreesOfFreedom"]!, estimate.DegreesOfFreedom);
        Assert.Equal((double)wanted["lower"]!, estimate.KornGraubard!.Value.Lower, Tolerance);
        Assert.Equal((double)wanted["upper"]!, estimate.KornGraubard!.Value.Upper, Tolerance);
    }

    /// <summary>
    /// The survey of the American Council of Learned Societies in seven disciplines: Lohr, "Sampling: Design and Analysis",
    /// 1999, table 4.2 and example 4.3: 24.65% with a standard error of 0.71%. The book gives the rates in whole percents.
    /// </summary>
    [Fact]
    public void A_published_stratified_proportion_comes_out_as_published()
    {
        (int Members, int Returned, int Percent)[] table =
        [
            (9100, 636, 38), (1950, 451, 27), (5500, 481, 18), (10850, 611, 19), (2100, 493, 36), (5500, 575, 13), (9000, 588, 26),
        ];

        var estimate = RateEstimator.Estimate(table.Select(row =>
            Of(row.Members, row.Returned, row.Returned, (int)Math.Round(row.Returned * row.Percent / 100.0))))!;

        Assert.Equal(0.2465, estimate.Rate, 0.001);
        Assert.Equal(0.0071, estimate.StandardError, 0.00005);
    }

    [Fact]
    public void A_population_that_was_seen_whole_has_no_error()
    {
        var estimate = RateEstimator.Estimate([Of(20, 20, 20, 3), Of(7, 7, 7, 7)])!;

        Assert.Equal(10 / 27.0, estimate.Rate, Tolerance);
        Assert.Equal(0, estimate.StandardError);
        Assert.Equal((estimate.Rate, estimate.Rate), (estimate.Interval.Lower, estimate.Interval.Upper));
    }

    [Fact]
    public void Where_nobody_has_a_problem_the_interval_still_says_how_many_might()
    {
        var estimate = RateEstimator.Estimate([Of(800, 16, 16, 0), Of(300, 15, 15, 0), Of(20, 20, 20, 0)])!;

        Assert.Equal(0, estimate.Rate);
        Assert.Equal(0, estimate.Interval.Lower);
        Assert.InRange(estimate.Interval.Upper, 0.10, 0.15);
        Assert.Null(estimate.KornGraubard);
    }

    [Fact]
    public void A_class_with_one_drawn_widens_the_interval_by_what_it_weighs()
    {
        var others = Of(900, 90, 90, 9);

        var light = RateEstimator.Estimate([others, Of(10, 1, 1, 0)])!.Interval;
        var heavy = RateEstimator.Estimate([others, Of(300, 1, 1, 0)])!.Interval;

        Assert.InRange(light.Upper - light.Lower, 0.1, 0.15);
        Assert.InRange(heavy.Upper - heavy.Lower, 0.25, 0.4);
    }

    [Fact]
    public void Who_is_not_known_counts_as_not_drawn_and_stands_in_the_extremes()
    {
        // Of 10 drawn 8 are known, each of whom stands for 100 / 8; two of them have a problem, and two more may.
        var estimate = RateEstimator.Estimate([new Stratum(100, 10, 8, 8, 2, 2)])!;

        Assert.Equal(2 / 8.0, estimate.Rate, Tolerance);
        Assert.Equal(2, estimate.Unknown);
        Assert.Equal(2 / 10.0, estimate.Extremes.Lower, Tolerance);
        Assert.Equal(4 / 10.0, estimate.Extremes.Upper, Tolerance);
    }

    [Fact]
    public void A_class_of_which_nobody_is_known_is_not_represented_and_stands_whole_in_the_extremes()
    {
        var estimate = RateEstimator.Estimate([Of(100, 10, 10, 1), new Stratum(50, 0, 0, 0, 0, 0), new Stratum(50, 5, 0, 0, 0, 5)])!;

        Assert.Equal(0.1, estimate.Rate, Tolerance);
        Assert.Equal(100, estimate.NotRepresented);
        Assert.Equal(10 / 200.0, estimate.Extremes.Lower, Tolerance);
        Assert.Equal(110 / 200.0, estimate.Extremes.Upper, Tolerance);
    }

    [Fact]
    public void Who_is_gone_belongs_to_no_rate()
    {
        // Ten were drawn of a hundred, two of them are gone: the other eight stand for the eighty that are there.
        var estimate = RateEstimator.Estimate([Of(100, 10, 8, 4), Of(40, 4, 4, 0)])!;

        Assert.Equal(40 / 120.0, estimate.Rate, Tolerance);
    }

    [Fact]
    public void Nothing_is_estimated_where_nobody_was_inspected() =>
        Assert.Null(RateEstimator.Estimate([new Stratum(50, 5, 0, 0, 0, 5), new Stratum(0, 0, 0, 0, 0, 0)]));

    private static Stratum Of(int size, int known, int inspected, int problems) =>
        new(size, known, known, inspected, problems, 0);
}
