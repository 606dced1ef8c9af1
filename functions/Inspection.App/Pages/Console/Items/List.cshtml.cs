using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The list of matters for random inspection.</summary>
[Authorize(Roles = DirectoryRoles.Readers)]
internal sealed class ItemListPageModel(CheckItemStore store) : PageModel
{
    private const int Rows = 50;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public ItemCategory? Category { get; set; }

    [FromQuery]
    public bool? Published { get; set; }

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<CheckItem> Found { get; private set; } = new([], null);

    public bool HasFilter => Q is { Length: > 0 } || Category is not null || Published is not null;

    public bool Keeps => User.IsInRole(Role.Administrator);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Found = await new CheckItemQuery(Q, Category, Published).ReadAsync(store, Cursor, Rows, item => item, cancellation);
}
