using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Who did what, newest first.</summary>
[Authorize(Roles = Role.Auditor)]
internal sealed class AuditModel(AuditLog log, LocalTime time) : PageModel
{
    private const int Rows = 50;

    /// <summary>The first day.</summary>
    [FromQuery]
    public DateOnly? From { get; set; }

    /// <summary>The last day.</summary>
    [FromQuery]
    public DateOnly? To { get; set; }

    [FromQuery]
    public string? Actor { get; set; }

    [FromQuery]
    public string? Subject { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<AuditEntry> Found { get; private set; } = new([], null);

    public bool HasFilter => From is not null || To is not null || (Actor ?? Subject) is { Length: > 0 };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        DateTimeOffset? from = From is { } first ? time.StartOf(first) : null;
        DateTimeOffset? to = To is { } last && last < DateOnly.MaxValue ? time.StartOf(last.AddDays(1)) : null;
        var filter = new AuditFilter(from, to, Given(Actor), Given(Subject));
        Found = await log.ListAsync(filter, Rows, Cursor, cancellation);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
