using Inspection.App.Oversight;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>The targeted task that looks into a lead, as it is typed; what is not asked here is changed in the task itself.</summary>
public sealed record LeadForm
{
    public string? Uscc { get; set; }

    public string? Title { get; set; }

    public string? Basis { get; set; }

    public List<string> Items { get; set; } = [];

    public List<string> Departments { get; set; } = [];

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public EntropyKind Kind { get; set; } = EntropyKind.Ceremony;

    /// <summary>One a line.</summary>
    public string? Witnesses { get; set; }

    public string? Answer { get; set; }

    /// <summary>The version that was read.</summary>
    public string Version { get; set; } = "";

    /// <param name="size">How many inspectors each department sends.</param>
    internal LeadConfirmation ToRequest(int size) => new()
    {
        Uscc = Uscc?.Trim().ToUpperInvariant() ?? "",
        Title = Title?.Trim() ?? "",
        Basis = Basis?.Trim() ?? "",
        ItemCodes = Items,
        Departments = [.. Departments.Select(department => new DepartmentTeam(department, size))],
        StartsOn = StartsOn ?? default,
        EndsOn = EndsOn ?? default,
        Entropy = Kind == EntropyKind.Ceremony
            ? new TaskEntropy { Kind = Kind, Digits = TaskEntropy.DefaultDigits, Witnesses = TextList.Lines(Witnesses) }
            : new TaskEntropy { Kind = Kind },
        Answer = RecordInput.Plain(Answer),
    };
}
