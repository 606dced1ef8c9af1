using Inspection.App.Draws;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inspection.App.Pages.Console;

/// <summary>One draw: where it stands, what happened, whom it selected, and what its reader can do next.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class ConsoleDrawModel(
    DrawService service, DrawStore draws, LongWork<DrawHead> work, Ceremony ceremony, SelectionStore selections, SelectionViews views,
    DrawTimeline timeline, LocalTime time, TimeProvider clock)
    : ConsoleDrawPage(service)
{
    private const int RowsOfPage = 50;

    /// <summary>Why the draw that was here came to nothing; null where it is there.</summary>
    public Refusal? Withdrawn { get; private set; }

    /// <summary>What is being done right now; empty where nothing is.</summary>
    public string Progress { get; private set; } = "";

    public IReadOnlyList<Witness> Witnesses { get; private set; } = [];

    public IReadOnlyList<Happening> Timeline { get; private set; } = [];

    public IReadOnlyList<SelectionView> Selections { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public IReadOnlyList<Replacement> Replacements { get; private set; } = [];

    /// <summary>The supplementary draws that fill its short teams.</summary>
    public IReadOnlyList<DrawHead> Supplements { get; private set; } = [];

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public DrawStage Stage => DrawStages.Of(Draw, Now);

    public bool IsScheduler => Actor.Is(Role.Scheduler);

    public bool CanVoid => (IsScheduler || Actor.Is(Role.Head)) && Draw.State is DrawState.Committed or DrawState.Drawn && Stage != DrawStage.Fixed;

    public bool CanReplace => IsScheduler && Draw.State == DrawState.Drawn;

    public bool CanClose => Actor.Is(Role.Head) && Draw.State == DrawState.Drawn && time.Today > Draw.EndsOn;

    public bool IsGoingOn => Draw.State == DrawState.Requested || Progress.Length > 0 || Draw.State == DrawState.Committed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            Withdrawn = work.RefusalOf(Id);
            return Withdrawn is null ? NotFound() : Page();
        }

        Progress = work.ProgressOf(Id);
        Witnesses = await ceremony.WitnessesAsync(Draw, cancellation);
        Supplements = await draws.SupplementsAsync(Id, cancellation).ToListAsync(cancellation);
        var replacements = await selections.ReplacementsAsync(Id, cancellation);
        Replacements = replacements.Items;
        if (Draw.CommittedAt is not null)
            Timeline = timeline.Of(PublicDraw.Of(Draw, replacements.Items));
        // Rows are written before the head says that there is a result.
        if (Draw.DrawnAt is not null)
        {
            var page = await selections.ListAsync(Id, RowsOfPage, Cursor, cancellation);
            Selections = await views.OfAsync(page.Items, replacements, cancellation);
            Pager = Pager.Of(Request.Query, page.Next);
        }

        return Page();
    }
}
