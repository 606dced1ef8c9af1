using System.Globalization;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>What the first step asks, as it is typed.</summary>
internal sealed class ScopeForm
{
    private const string DayForm = "yyyy-MM-dd";

    public string? Title { get; set; }

    public string? PlanId { get; set; }

    public string? StartsOn { get; set; }

    public string? EndsOn { get; set; }

    public List<string> Departments { get; set; } = [];

    public List<string> Items { get; set; } = [];

    public List<string> Districts { get; set; } = [];

    public string? Industries { get; set; }

    public string? Tags { get; set; }

    public TargetReason Reason { get; set; }

    public string? Basis { get; set; }

    public string? Enterprises { get; set; }

    public static ScopeForm Of(TaskTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new ScopeForm
        {
            Title = terms.Title,
            PlanId = terms.PlanId,
            StartsOn = terms.StartsOn.ToString(DayForm, CultureInfo.InvariantCulture),
            EndsOn = terms.EndsOn.ToString(DayForm, CultureInfo.InvariantCulture),
            Departments = [.. DepartmentTeam.NamesOf(terms.Departments)],
            Items = [.. terms.ItemCodes],
            Districts = [.. terms.Scope.Districts],
            Industries = TextList.Write(terms.Scope.Industries),
            Tags = TextList.Write(terms.Scope.Tags),
            Reason = terms.Target?.Reason ?? default,
            Basis = terms.Target?.Basis,
            Enterprises = TextList.Write(terms.Target?.Enterprises ?? []),
        };
    }

    /// <summary>Says at its field which day is none.</summary>
    public void Check(ModelStateDictionary state, Words words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        foreach (var (field, text) in new[] { ("Form.StartsOn", StartsOn), ("Form.EndsOn", EndsOn) })
        {
            if (DayOf(text) is null)
                state.AddModelError(field, words["请填写日期，例如 2026-12-01", "Give a day, such as 2026-12-01"]);
        }
    }

    /// <summary>The terms with what was typed. Departments that stay keep their teams.</summary>
    public TaskTerms PutInto(TaskTerms terms, int teamMinimum)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms with
        {
            Title = Title?.Trim() ?? "",
            PlanId = PlanId ?? "",
            StartsOn = DayOf(StartsOn)!.Value,
            EndsOn = DayOf(EndsOn)!.Value,
            Departments =
            [
                .. terms.Departments.Where(team => Departments.Contains(team.Department)),
                .. Departments.Except(terms.Departments.Select(static team => team.Department)).Select(name => new DepartmentTeam(name, teamMinimum)),
            ],
            ItemCodes = Items,
            Scope = new TaskScope { Districts = Districts, Industries = TextList.Read(Industries), Tags = TextList.Read(Tags) },
            Target = terms.Target is null
                ? null
                : new TaskTarget(Reason, Basis?.Trim() ?? "") { Enterprises = [.. TextList.Read(Enterprises).Select(static code => code.ToUpperInvariant())] },
        };
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
