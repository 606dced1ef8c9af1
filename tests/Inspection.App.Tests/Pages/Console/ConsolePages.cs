using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>A page of the console and who may open it.</summary>
/// <param name="Template">Its route, such as <c>console/users/{name}</c>.</param>
/// <param name="Roles">The roles of which one is needed.</param>
internal sealed record ConsolePage(string Template, IReadOnlyList<string> Roles);

/// <summary>The pages of the console as the running app has them, so that a new one is held to the rules of all without a word.</summary>
internal static partial class ConsolePages
{
    private const string Folder = "/Console/";

    public static IReadOnlyList<ConsolePage> Of(TestApp app) =>
    [
        .. app.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith(Folder, StringComparison.Ordinal) == true)
            .Select(endpoint => new ConsolePage(endpoint.RoutePattern.RawText!.TrimStart('/'), RolesOf(endpoint))),
    ];

    /// <summary>An address of the page, of nothing that is there where it has parameters.</summary>
    public static string AnyAddressOf(ConsolePage page) => "/" + Parameter().Replace(page.Template, "1");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private static IReadOnlyList<string> RolesOf(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
        .Where(data => data.Roles is not null)
        .Aggregate(Role.All, (left, data) => [.. left.Intersect(data.Roles!.Split(',', StringSplitOptions.TrimEntries))]);
}
