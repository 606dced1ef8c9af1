using Inspection.App.Publication;
using Microsoft.AspNetCore.Http.Extensions;

namespace Inspection.App.Pages;

/// <summary>The one search box: a code leads to its enterprise, anything else to the results of all whose name has it.</summary>
internal static class Search
{
    public static void MapSearch(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/search", static (string? q) => TypedResults.LocalRedirect("~" + PathOf(q ?? ""))).AllowAnonymous().ExcludeFromDescription();

    internal static string PathOf(string text)
    {
        var query = new ResultQuery().WithText(text);
        return !query.IsRefused(out _) && query.Value.Uscc is { } uscc
            ? $"/enterprises/{uscc}"
            : $"/results{new QueryBuilder { { "q", text } }}";
    }
}
