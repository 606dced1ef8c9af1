using System.Net;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Inspection.App.Tests.Security;

/// <summary>Reads the endpoints of the running app, so that a new one is held to the same rules without a word here.</summary>
public sealed class EndpointAccessTests
{
    [Fact]
    public async Task Every_endpoint_says_itself_who_may_use_it()
    {
        await using var app = await TestApp.StartAsync();

        var silent = Endpoints(app).Where(endpoint => !SaysWhoMayUseIt(endpoint)).Select(NameOf);

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Only_the_public_api_pages_and_sign_in_are_open_to_strangers()
    {
        await using var app = await TestApp.StartAsync();

        var open = Endpoints(app).Where(IsOpen).Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path.StartsWith("api/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("api/v1/public/", StringComparison.Ordinal)
                && !path.StartsWith("api/v1/contributions/", StringComparison.Ordinal));

        Assert.Empty(open);
    }

    [Fact]
    public async Task Strangers_are_refused_wherever_it_is_not_open()
    {
        await using var app = await TestApp.StartAsync();
        using var stranger = app.Anonymous;

        foreach (var endpoint in Endpoints(app).Where(endpoint => !IsOpen(endpoint)))
        {
            var answer = await AskAsync(stranger, endpoint);
            Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{NameOf(endpoint)}: {answer.Status}");
            Assert.Equal("sign-in-needed", answer.Rule);
        }
    }

    [Fact]
    public async Task Every_role_reaches_what_is_for_it_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var role in Role.All)
        {
            foreach (var endpoint in Endpoints(app).Where(endpoint => !IsOpen(endpoint)))
            {
                // Each time anew: some endpoints end the sessions or the user of the one who calls them.
                using var client = await app.ClientAs(role, $"{role}-{Guid.NewGuid():n}"[..30]);
                var answer = await AskAsync(client, endpoint);
                var refused = answer.Status == HttpStatusCode.Forbidden && answer.Rule == "role-needed";
                Assert.True(refused != Allows(endpoint, role), $"{role} at {NameOf(endpoint)}: {answer.Status} {answer.Text}");
                Assert.NotEqual(HttpStatusCode.Unauthorized, answer.Status);
            }
        }
    }

    // Whoever may not use an endpoint must be told so, whatever is sent; the body is of the kind that it takes.
    private static async Task<Answer> AskAsync(HttpClient client, RouteEndpoint endpoint)
    {
        if (!TakesFile(endpoint))
            return await client.SendJson(MethodOf(endpoint), PathOf(endpoint), "{}");
        using var form = new MultipartFormDataContent { { new ByteArrayContent([]), "file", "empty.csv" } };
        using var response = await client.PostAsync(PathOf(endpoint), form, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    private static bool TakesFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
        && action.Parameters.Any(parameter => parameter.ParameterType == typeof(IFormFile));

    private static IEnumerable<RouteEndpoint> Endpoints(TestApp app) =>
        app.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    // The authorization that all controllers get is for those who forget; what an endpoint means, its own attributes say.
    private static bool SaysWhoMayUseIt(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action)
            return IsOpen(endpoint) || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;
        var attributes = action.MethodInfo.GetCustomAttributes(true).Concat(action.ControllerTypeInfo.GetCustomAttributes(true));
        return attributes.Any(attribute => attribute is IAllowAnonymous or IAuthorizeData);
    }

    private static bool Allows(RouteEndpoint endpoint, string role) => endpoint.Metadata.OfType<IAuthorizeData>()
        .Where(data => data.Roles is not null)
        .All(data => data.Roles!.Split(',', StringSplitOptions.TrimEntries).Contains(role));

    private static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET");

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart text ? text.Content : "1"))));

    private static string NameOf(RouteEndpoint endpoint) => $"{MethodOf(endpoint)} {endpoint.RoutePattern.RawText}";
}
