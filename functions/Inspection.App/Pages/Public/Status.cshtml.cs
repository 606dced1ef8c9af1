using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>
/// What a person sees where a request was refused or failed. The page is shown in place of the answer; whoever opens it by
/// its own address finds nothing.
/// </summary>
internal sealed class StatusModel(KeptForms forms) : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    /// <summary>What was typed into a form that was refused before its page saw it, to go on with at once.</summary>
    public KeptForm? Kept { get; private set; }

    /// <summary>The same, to go on with after a sign-in.</summary>
    public SignInForm? SignInFirst { get; private set; }

    /// <summary>The roles of which one is needed, where a role is what was missing.</summary>
    public IReadOnlyList<string> RolesNeeded { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } asked)
        {
            (Code, Response.StatusCode) = (StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
        }
        else if (Code == StatusCodes.Status401Unauthorized)
        {
            var kept = await KeptForms.ReadAsync(HttpContext);
            SignInFirst = new SignInForm(new PathString(asked.OriginalPathBase).Add(Session.Landing), kept is null ? null : forms.Seal(kept));
        }
        else if (Code == StatusCodes.Status400BadRequest && User.Identity is { IsAuthenticated: true })
        {
            // Such as a form that somebody else opened, who was signed in here before.
            Kept = await KeptForms.ReadAsync(HttpContext);
        }
        else if (Code == StatusCodes.Status403Forbidden)
        {
            RolesNeeded = [.. (asked.Endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [])
                .SelectMany(data => (data.Roles ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        }

        await next();
    }
}
