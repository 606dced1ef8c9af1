using Inspection.App.Outcomes;
using Inspection.App.Pages.Console;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>
/// How a form ends with a refusal: the page is shown again with what was typed, with the refusal's own status, and
/// <c>&lt;errors /&gt;</c> says why and where it is changed.
/// <code>
/// if (outcome.IsRefused(out var refusal))
///     return this.Refuse(refusal, ("user-name", "Form.Name"), ("user-roles", "Form.Roles"));
/// </code>
/// </summary>
internal static class FormRefusals
{
    /// <param name="page">The page that was sent; whatever it shows beside the form has to be loaded before or after.</param>
    /// <param name="refusal">Why nothing was done.</param>
    /// <param name="fields">Which field each rule is about; the summary leads there. A rule that is not named is about the whole form.</param>
    public static PageResult Refuse(this PageModel page, Refusal refusal, params (string Rule, string Field)[] fields)
    {
        var field = fields.FirstOrDefault(pair => pair.Rule == refusal.Rule).Field ?? "";
        var said = page.HttpContext.RequestServices.GetRequiredService<RefusalWords>();
        page.ModelState.AddModelError(field, said.Of(refusal));
        page.HttpContext.Features.Set(refusal);
        page.Response.StatusCode = refusal.Kind.Status();
        return page.Page();
    }

    /// <summary>For what only the page itself can tell, such as a number that is none: the errors are in its model state.</summary>
    public static PageResult Invalid(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
