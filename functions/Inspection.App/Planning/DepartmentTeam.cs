namespace Inspection.App.Planning;

/// <summary>How many inspectors a department sends to each visit.</summary>
/// <param name="Department">The department.</param>
/// <param name="Size">How many; at least the number that the law asks for.</param>
public sealed record DepartmentTeam(string Department, int Size)
{
    /// <summary>The skill that each of them holds; empty where none is asked.</summary>
    public string Skill { get; init => field = value ?? ""; } = "";

    /// <summary>The departments that take part, each once: one may ask for several skills.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<DepartmentTeam> teams) => [.. teams.Select(static team => team.Department).Distinct()];
}
