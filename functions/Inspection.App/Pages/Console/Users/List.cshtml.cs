using Inspection.App.Outcomes;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Who may sign in, and as what.</summary>
[Authorize(Roles = Role.Administrator)]
internal sealed class UserListModel(UserStore users) : PageModel
{
    private const int Rows = 50;

    [FromQuery]
    public string? Cursor { get; set; }

    public Page<User> Found { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) => Found = await users.ListAsync(Rows, Cursor, cancellation);
}
