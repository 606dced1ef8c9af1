using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>
/// What a person sees where a request was refused or failed. The page is shown in place of the answer; whoever opens it by
/// its own address finds nothing.
/// </summary>
internal sealed class StatusModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            (Code, Response.StatusCode) = (StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
    }
}
