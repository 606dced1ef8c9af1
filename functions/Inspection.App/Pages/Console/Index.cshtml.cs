using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The first page of everybody who is signed in.</summary>
[Authorize]
internal sealed class WorkbenchModel : PageModel
{
}
