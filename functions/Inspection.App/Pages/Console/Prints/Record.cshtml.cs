using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>
/// The record (随机抽查情况记录表) to be signed: with the result where there is one, else with room to write it by hand.
/// </summary>
[Authorize(Roles = VisitAccess.Readers)]
internal sealed class PrintedRecordModel(Sheets sheets) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    public Sheet Sheet { get; private set; } = null!;

    public ItemResult? Find(string itemCode) => Sheet.Visit.Result?.Terms.Items.FirstOrDefault(item => item.ItemCode == itemCode);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var at = new VisitAddress(DrawId, Uscc);
        if (await sheets.FindAsync(at, $"/results/{at.Id}", HttpContext, User.Actor(), cancellation) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        return Page();
    }
}
