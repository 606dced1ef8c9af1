using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The directory of inspectors: found by name, number and department, and by when their certificates end.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class InspectorListModel(InspectorStore store, Words words) : PageModel
{
    private const int Rows = 50;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Department { get; set; }

    /// <summary>Certificates that end within this many days, or have ended.</summary>
    [FromQuery]
    public int? Days { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public Page<InspectorProfile> Found { get; private set; } = new([], null);

    public DateOnly Today => words.DayOf(words.Now);

    public bool HasFilter => (Q ?? Department) is { Length: > 0 } || Days is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Departments = await store.DepartmentsAsync(cancellation);
        DateOnly? before = Days is >= 0 and <= 3660 ? Today.AddDays(Days.Value + 1) : null;
        var query = new InspectorQuery(Q, string.IsNullOrEmpty(Department) ? null : Department, before);
        Found = await query.ReadAsync(store, Cursor, Rows, inspector => inspector, cancellation);
    }
}
