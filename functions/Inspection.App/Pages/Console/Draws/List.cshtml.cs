using Inspection.App.Draws;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>All draws with where each stands.</summary>
[Authorize(Roles = $"{Role.Scheduler},{Role.Head},{Role.Auditor}")]
internal sealed class ConsoleDrawsModel(DrawStore draws, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "stage")]
    public DrawStage? Stage { get; set; }

    /// <summary>A part of the title.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = NumberedPage<DrawHead>.QueryName)]
    public int Number { get; set; } = 1;

    public NumberedPage<DrawHead> Found { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = User.Actor();
        var all = await draws.AllAsync(cancellation).Where(draw => PlanningService.Concerns(draw.Departments, actor)).ToListAsync(cancellation);
        var fitting = all.Where(draw => Stage is null || DrawStages.Of(draw, Now) == Stage)
            .Where(draw => string.IsNullOrWhiteSpace(Text) || draw.Title.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)).NewestFirst();
        Found = NumberedPage<DrawHead>.Of(fitting, Number);
    }
}
