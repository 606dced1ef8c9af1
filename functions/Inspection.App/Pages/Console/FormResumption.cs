using Microsoft.AspNetCore.Mvc.Filters;

namespace Inspection.App.Pages.Console;

/// <summary>
/// Brings somebody back to a form that was kept over a sign-in. The form comes as it was sent, marked, and the page is made
/// as if it had only been opened; fields show what came, since what a browser sent goes before what a page holds. So
/// every field of a form is written with <c>asp-for</c>.
/// </summary>
internal sealed class FormResumption : IAsyncPageFilter
{
    /// <summary>The field that marks such a form.</summary>
    public const string Field = "_resume";

    private const string AntiforgeryField = "__RequestVerificationToken";

    private static readonly object Resumed = new();

    public static bool IsResumed(HttpContext context) => context.Items.ContainsKey(Resumed);

    /// <summary>Whether a field is the page's own and no part of what was typed.</summary>
    public static bool IsOfThePage(string field) => field is AntiforgeryField or Field or FormOnce.Field;

    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType
            || !(await request.ReadFormAsync(context.HttpContext.RequestAborted)).ContainsKey(Field))
        {
            return;
        }

        context.HandlerMethod = context.ActionDescriptor.HandlerMethods
            .FirstOrDefault(method => method.Name is null && HttpMethods.IsGet(method.HttpMethod));
        context.HttpContext.Items[Resumed] = true;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
}
