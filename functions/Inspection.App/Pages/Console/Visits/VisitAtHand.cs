using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;

namespace Inspection.App.Pages.Console;

/// <summary>A visit as its pages show it.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Result">What was recorded; null where nothing was.</param>
/// <param name="View">It with the names that people read.</param>
/// <param name="DaysLeft">How many working days are left until the result is to be public; negative where it is late.</param>
internal sealed record VisitAtHand(Visit Visit, InspectionResult? Result, VisitView View, int DaysLeft)
{
    public ResultId Id => Visit.Id;

    /// <summary>The enterprise's name, or its code where the directory holds it no more.</summary>
    public string Name => View.Name.Length > 0 ? View.Name : View.Uscc;

    public string NameOf(string itemCode) =>
        View.Items.FirstOrDefault(item => item.Code == itemCode) is { Name.Length: > 0 } item ? item.Name : itemCode;

    public bool IsWrittenBy(Actor actor) => Recording.WriteProblem(Visit, Result, actor) is null;
}

/// <summary>Finds visits for those who make or oversee them.</summary>
internal sealed class VisitsAtHand(VisitDesk desk, VisitViews views, WorkingDays days, LocalTime time)
{
    /// <summary>One visit.</summary>
    public async Task<Outcome<VisitAtHand>> FindAsync(ResultId id, Actor actor, CancellationToken cancellation)
    {
        var found = await desk.FindAsync(id, actor, cancellation);
        return found.IsRefused(out var refusal) ? refusal : (await OfAsync([found.Value], cancellation))[0];
    }

    /// <summary>A page of the actor's own visits.</summary>
    public async Task<Outcome<Page<VisitAtHand>>> ListAsync(
        Actor actor, VisitFilter filter, int limit, string? cursor, CancellationToken cancellation)
    {
        var found = await desk.ListAsync(actor, filter, limit, cursor, cancellation);
        return found.IsRefused(out var refusal)
            ? refusal
            : new Page<VisitAtHand>(await OfAsync(found.Value.Items, cancellation), found.Value.Next);
    }

    private async Task<IReadOnlyList<VisitAtHand>> OfAsync(IReadOnlyList<VisitState> visits, CancellationToken cancellation)
    {
        var calendar = await days.ReadAsync(cancellation);
        var shown = await views.OfAsync(visits, cancellation);
        return [.. visits.Zip(shown, (visit, view) => new VisitAtHand(
            visit.Visit, visit.Result, view, calendar.Between(time.Today, view.PublishBy)))];
    }
}
