using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Results that wait for the reader's review, the oldest first.</summary>
[Authorize(Roles = Role.Reviewer)]
internal sealed class ReviewListModel(WaitingResults waiting, WorkingDays days, LocalTime time) : PageModel
{
    private const int Rows = 30;

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<WaitingResult> Results { get; private set; } = new([], null);

    public WorkingCalendar Calendar { get; private set; } = null!;

    public Deadline DeadlineOf(WaitingResult result) =>
        new(result.PublishBy, result.IsPublishByProvisional, Calendar.Between(time.Today, result.PublishBy));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Calendar = await days.ReadAsync(cancellation);
        Results = await waiting.ReviewsAsync(User.Actor(), Rows, Cursor, cancellation);
    }
}
