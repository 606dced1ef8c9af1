using Inspection.App.Draws;
using Inspection.App.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>A page about one draw.</summary>
internal abstract class ConsoleDrawPage(DrawService service) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public DrawHead Draw { get; private set; } = null!;

    public Actor Actor => User.Actor();

    /// <summary>Where the draw itself is shown, without the language.</summary>
    public string DrawPath => PathOf(Id);

    public static string PathOf(string id) => $"/console/draws/{id}";

    /// <summary>Reads the draw of the address; false where there is none that this user may see.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await service.FindAsync(Id, Actor, cancellation) is not { } head)
            return false;
        Draw = head;
        return true;
    }
}
