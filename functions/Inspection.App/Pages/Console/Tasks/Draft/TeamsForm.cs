using System.Globalization;
using Inspection.App.Planning;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>Who each department sends to a visit, as it is typed; an empty line at the end adds a team with a skill of its own.</summary>
internal sealed class TeamsForm
{
    public List<TeamRow> Rows { get; set; } = [];

    public static TeamsForm Of(TaskTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new TeamsForm
        {
            Rows =
            [
                .. terms.Departments.Select(static team => new TeamRow
                {
                    Department = team.Department,
                    Size = team.Size.ToString(CultureInfo.InvariantCulture),
                    Skill = team.Skill,
                }),
                new TeamRow(),
            ],
        };
    }

    /// <summary>The teams that were typed; a line without a department or with the size 0 is none.</summary>
    /// <param name="state">Told of what is no number.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="field">The name of the form's lines.</param>
    public IReadOnlyList<DepartmentTeam> Read(ModelStateDictionary state, Words words, string field = "Form.Rows")
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        var teams = new List<DepartmentTeam>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (string.IsNullOrWhiteSpace(row.Department) || string.IsNullOrWhiteSpace(row.Size))
                continue;
            if (!int.TryParse(row.Size.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                state.AddModelError(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}].Size"), words[$"{row.Department}的人数要写成整数", $"The size of {row.Department}'s team is a whole number"]);
            else if (size > 0)
                teams.Add(new DepartmentTeam(row.Department, size) { Skill = row.Skill?.Trim() ?? "" });
        }

        return teams;
    }
}

/// <summary>A team of a department.</summary>
internal sealed class TeamRow
{
    public string? Department { get; set; }

    public string? Size { get; set; }

    public string? Skill { get; set; }
}
