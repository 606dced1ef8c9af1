using System.Globalization;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>A yearly plan as it is typed. Empty lines at the ends of its tables add a class or a team.</summary>
internal sealed class PlanForm
{
    public int? Year { get; set; }

    public string? Title { get; set; }

    /// <summary>The classes, each with its rate in per cent.</summary>
    public List<ClassRow> Rates { get; set; } = [];

    public string? Unclassified { get; set; }

    public List<TeamRow> Teams { get; set; } = [];

    public List<string> Items { get; set; } = [];

    public List<string> Districts { get; set; } = [];

    public string? Industries { get; set; }

    public string? Tags { get; set; }

    /// <summary>Whether the calendar draws every month's share.</summary>
    public bool IsMonthly { get; set; }

    public RandomnessForm Randomness { get; set; } = new() { Kind = EntropyKind.Drand };

    public int? Reserve { get; set; }

    /// <summary>The version that was read.</summary>
    public string? Version { get; set; }

    /// <summary>The form of a plan, or of a new one with what is usual.</summary>
    /// <param name="terms">What is written so far.</param>
    /// <param name="departments">Those that are offered a line each.</param>
    /// <param name="version">The version that was read; null for a new one.</param>
    public static PlanForm Of(PlanTerms terms, IEnumerable<string> departments, string? version) => new()
    {
        Year = terms.Year,
        Title = terms.Title,
        Rates =
        [
            .. terms.Rates.OrderBy(static rate => rate.Key, StringComparer.Ordinal)
                .Select(static rate => new ClassRow { Name = rate.Key, Rate = (rate.Value / 100m).ToString("0.##", CultureInfo.InvariantCulture) }),
            new ClassRow(),
        ],
        Unclassified = terms.Unclassified,
        Teams =
        [
            .. terms.Departments.Select(static team => new TeamRow
            {
                Department = team.Department, Size = team.Size.ToString(CultureInfo.InvariantCulture), Skill = team.Skill,
            }),
            .. departments.Except(DepartmentTeam.NamesOf(terms.Departments)).Select(static name => new TeamRow { Department = name }),
            new TeamRow(),
        ],
        Items = [.. terms.ItemCodes],
        Districts = [.. terms.Scope.Districts],
        Industries = TextList.Write(terms.Scope.Industries),
        Tags = TextList.Write(terms.Scope.Tags),
        IsMonthly = terms.Monthly is not null,
        Randomness = terms.Monthly is { } monthly
            ? RandomnessForm.Of(monthly.Entropy, monthly.ListPublished, monthly.Disclosure)
            : new RandomnessForm { Kind = EntropyKind.Drand },
        Reserve = terms.Monthly?.Reserve ?? 0,
        Version = version,
    };

    /// <summary>What was typed; where something is no number, the state says so at its field.</summary>
    public PlanTerms Read(ModelStateDictionary state, Words words) => new()
    {
        Year = Year ?? 0,
        Title = Title?.Trim() ?? "",
        Rates = ReadRates(state, words),
        Unclassified = Unclassified?.Trim() ?? "",
        ItemCodes = Items,
        Departments = new TeamsForm { Rows = Teams }.Read(state, words, "Form.Teams"),
        Scope = new TaskScope { Districts = Districts, Industries = TextList.Read(Industries), Tags = TextList.Read(Tags) },
        Monthly = IsMonthly
            ? new MonthlyTerms
            {
                Entropy = Randomness.Read(state, words),
                Reserve = Reserve ?? 0,
                ListPublished = Randomness.ListPublished,
                Disclosure = Randomness.Disclosure,
            }
            : null,
    };

    private Dictionary<string, int> ReadRates(ModelStateDictionary state, Words words)
    {
        var rates = new Dictionary<string, int>();
        for (var i = 0; i < Rates.Count; i++)
        {
            var (name, rate) = (Rates[i].Name?.Trim(), Rates[i].Rate?.Trim());
            if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(rate))
                continue;
            if (PointsOf(rate) is { } points)
                rates[name] = points;
            else
                state.AddModelError(string.Create(CultureInfo.InvariantCulture, $"Form.Rates[{i}].Rate"), words[$"{name} 类的比例为 0 至 100，最多两位小数", $"The rate of class {name} is 0 to 100, of at most two decimals"]);
        }

        return rates;
    }

    private static int? PointsOf(string text) =>
        decimal.TryParse(text.TrimEnd('%', '％'), NumberStyles.Number, CultureInfo.InvariantCulture, out var percent)
        && percent * 100 is >= 0 and <= BasisPoints.Whole and var points && points == decimal.Truncate(points)
            ? (int)points
            : null;
}
