using Inspection.App.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Inspection.App.Tests.Pages;

/// <summary>The public pages as the running app has them, so that a new one is held to the rules of all without a word.</summary>
internal static class PublicPages
{
    private const string Folder = "/Public/";

    /// <summary>The path of every page in Chinese, where what stands in its address is given by name.</summary>
    /// <exception cref="KeyNotFoundException">A page wants something else in its address: give it here.</exception>
    public static IReadOnlyList<string> Paths(TestApp app, IReadOnlyDictionary<string, string> values) =>
        [.. app.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsPublicPage).Select(page => PathOf(page, values))];

    private static bool IsPublicPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith(Folder, StringComparison.Ordinal) == true;

    private static string PathOf(RouteEndpoint page, IReadOnlyDictionary<string, string> values) =>
        "/" + string.Join('/', page.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart text => text.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => ValueOf(page, parameter.Name, values),
            _ => throw new InvalidOperationException($"{page.RoutePattern.RawText} has a part that is neither text nor a parameter"),
        }))));

    // What a name stands for depends on the page: the id of a draw is none of a result.
    private static string ValueOf(RouteEndpoint page, string name, IReadOnlyDictionary<string, string> values)
    {
        var area = ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)page.RoutePattern.PathSegments[0].Parts[0]).Content;
        return values[$"{area}/{name}"];
    }
}
