using Inspection.App.Results;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>One result with all that became of it, for everybody who may see it, and what can be done with it now.</summary>
[Authorize(Roles = VisitAccess.Readers)]
internal sealed class ResultModel(ResultHistories histories) : PageModel
{
    [FromRoute]
    public string DrawId { get; set; } = "";

    [FromRoute]
    public string Uscc { get; set; } = "";

    public VisitAddress At => new(DrawId, Uscc);

    public ResultHistory History { get; private set; } = null!;

    public InspectionResult Result => History.Result;

    public bool IsReviewer => User.Actor().Is(Role.Reviewer);

    public bool IsWriter => History.Visit?.IsWrittenBy(User.Actor()) == true;

    public bool IsOwn => Result.Recorders.Contains(User.Actor().Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await histories.FindAsync(At, User.Actor(), cancellation) is not { } history)
            return NotFound();
        History = history;
        return Page();
    }
}
