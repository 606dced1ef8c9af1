using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>Lets caches keep a page that shows everybody the same, unless the page says otherwise.</summary>
internal sealed class BrieflyCached : IResultFilter
{
    private const string Minute = "public, max-age=60";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var response = context.HttpContext.Response;
        if (context.Result is PageResult && response.StatusCode < StatusCodes.Status400BadRequest
            && HttpMethods.IsGet(context.HttpContext.Request.Method) && response.Headers.CacheControl.Count == 0)
        {
            response.Headers.CacheControl = Minute;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
