using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>The notice (行政检查通知书) that the enterprise is given, on paper.</summary>
[Authorize(Roles = VisitAccess.Readers)]
internal sealed class PrintedNoticeModel(Sheets sheets) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    public Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(new VisitAddress(DrawId, Uscc), $"/draws/{DrawId}", HttpContext, User.Actor(), cancellation) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        return Page();
    }
}
