using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>
/// How a form ends well: <c>return this.Done("/console/users", words["已保存。", "Saved."]);</c>. The browser is led to a page
/// that it may load again, and the layout says the sentence there, once.
/// </summary>
internal static class FormNotices
{
    /// <summary>Under which the sentence is kept for the next page.</summary>
    public const string Key = "notice";

    /// <param name="page">The page that was sent.</param>
    /// <param name="path">Where to go on: a path of this site without the language.</param>
    /// <param name="notice">What was done, in the reader's language; to how many, where it was many.</param>
    public static LocalRedirectResult Done(this PageModel page, string path, string notice)
    {
        page.TempData[Key] = notice;
        return new LocalRedirectResult(page.Request.PathBase + path);
    }
}
