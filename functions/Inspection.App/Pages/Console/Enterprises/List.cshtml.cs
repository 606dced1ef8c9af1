using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The directory of enterprises: found by name, code, district and class.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class EnterpriseListModel(EnterpriseStore store) : PageModel
{
    private const int Rows = 50;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? District { get; set; }

    [FromQuery(Name = "class")]
    public string? Class { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public IReadOnlyList<string> Districts { get; private set; } = [];

    public Page<Enterprise> Found { get; private set; } = new([], null);

    public bool HasFilter => (Q ?? District ?? Class) is { Length: > 0 };

    public bool IsClassWrong { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Districts = await store.DistrictsAsync(cancellation);
        var hasClass = RiskClass.TryParse(Class ?? "", out var wanted);
        IsClassWrong = !hasClass && !string.IsNullOrEmpty(Class);
        if (!IsClassWrong)
            Found = await store.FindAsync(new EnterpriseQuery(Q, District, hasClass ? wanted : null), Cursor, Rows, cancellation);
    }
}
