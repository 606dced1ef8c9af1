using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>A day of the calendar as it is typed.</summary>
internal sealed record HolidayForm : IVersionedForm<HolidayForm>
{
    public DateOnly? Date { get; set; }

    public DayKind Kind { get; set; }

    public string? Name { get; set; }

    public string? Source { get; set; }

    /// <summary>The version of the entry that was read; null where there was none.</summary>
    public string? Version { get; set; }

    /// <summary>What is stored beside what was typed.</summary>
    public IReadOnlyList<ConflictRow> Against(HolidayForm stored, Words words) =>
    [
        new(words["安排", "What it is"], words.Of(stored.Kind), words.Of(Kind)),
        new(words["节日", "Holiday"], stored.Name, Name),
        new(words["依据", "Source"], stored.Source, Source),
    ];
}
