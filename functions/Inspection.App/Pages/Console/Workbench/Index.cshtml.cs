using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The first page of everybody who is signed in: what waits for the reader, and by when.</summary>
[Authorize]
internal sealed class WorkbenchModel(IEnumerable<IToDos> sources, SetUp setUp, DeadlineStore deadlines, WorkingDays days, LocalTime time) : PageModel
{
    private WorkingCalendar calendar = null!;

    public IReadOnlyList<ToDoGroup> Groups { get; private set; } = [];

    /// <summary>The steps from an empty system, for an administrator while one of them is open; empty otherwise.</summary>
    public IReadOnlyList<SetUpStep> Steps { get; private set; } = [];

    /// <summary>What is open to the reader, as the navigation has it.</summary>
    public IReadOnlyList<ConsoleGroup> Map { get; private set; } = [];

    /// <summary>How many results should be public and are not, at the last daily look; for those who see to it.</summary>
    public int Overdue { get; private set; }

    public DateOnly Today => time.Today;

    /// <summary>How many working days are left; negative where the day has passed.</summary>
    public int DaysLeft(DateOnly day) => calendar.Between(Today, day);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        calendar = await days.ReadAsync(cancellation);
        var groups = new List<ToDoGroup>();
        foreach (var source in sources)
            groups.AddRange(await source.OfAsync(actor, cancellation).Where(static group => group.Count > 0).ToListAsync(cancellation));
        Groups = groups;
        Map = [.. ConsoleMap.For(actor.Roles)];
        if (actor.Is(Role.Administrator) && await setUp.StepsAsync(cancellation) is var steps && steps.Any(static step => !step.IsDone))
            Steps = steps;
        if (new[] { Role.Head, Role.Scheduler, Role.Reviewer, Role.Auditor }.Any(actor.Is))
            Overdue = (await deadlines.ReadAsync(cancellation)).Overdue;
    }
}
