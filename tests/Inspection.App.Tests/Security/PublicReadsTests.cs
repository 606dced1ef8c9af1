using System.Collections.Concurrent;
using System.Net;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Pages;
using Inspection.App.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Inspection.App.Tests.Security;

/// <summary>Listens to the stores while strangers read, so that a new public endpoint is held to the rule without a word here.</summary>
public sealed class PublicReadsTests
{
    // The ledger and its stamps are public as a whole.
    private static readonly string[] PublicNames = ["public", "ledger"];

    [Fact]
    public async Task Public_endpoints_read_public_tables_and_files_alone()
    {
        var reads = new ConcurrentQueue<string>();
        var request = new HttpContextAccessor();
        var tap = new TappedStores { OnRead = name => Note(request.HttpContext is null ? null : name, reads) };
        await using var fixture = await DrawFixture.StartAsync(configure: tap.Wire);
        var id = await fixture.DrawAsync();
        await fixture.CloseAsync(id);
        var paths = fixture.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => PathOf(endpoint, id))
            .Where(path => path.StartsWith("/api/v1/public/", StringComparison.Ordinal)).ToList();
        Assert.Contains($"/api/v1/public/draws/{id}", paths);

        foreach (var path in paths)
        {
            reads.Clear();
            var answer = await fixture.App.Anonymous.GetJson(path);
            Assert.True(answer.Status < HttpStatusCode.InternalServerError, $"{path}: {answer.Text}");
            Assert.All(reads, name => Assert.True(
                PublicNames.Any(known => name.StartsWith(known, StringComparison.Ordinal)), $"{path} reads {name}"));
        }
    }

    [Fact]
    public async Task Public_pages_read_public_tables_and_files_alone()
    {
        var reads = new ConcurrentQueue<string>();
        var request = new HttpContextAccessor();
        var tap = new TappedStores { OnRead = name => Note(request.HttpContext is null ? null : name, reads) };
        await using var fixture = await PortalFixture.StartAsync(configure: tap.Wire);
        // A witness's link opens what only the witness may see, and whoever signs in is looked for among the users.
        var paths = fixture.Paths().Where(static path => path != "/sign-in" && !path.StartsWith("/contribute/", StringComparison.Ordinal)).ToList();

        // The forms are protected by keys that are read once.
        await fixture.App.Anonymous.GetJson("/leads/new");
        foreach (var path in paths)
        {
            reads.Clear();
            await fixture.App.Anonymous.GetJson(path);
            Assert.All(reads, name => Assert.True(
                PublicNames.Any(known => name.StartsWith(known, StringComparison.Ordinal)), $"{path} reads {name}"));
        }
    }

    // What the app reads by itself meanwhile is no answer to anybody.
    private static void Note(string? name, ConcurrentQueue<string> reads)
    {
        if (name is not null)
            reads.Enqueue(name);
    }

    private static string PathOf(RouteEndpoint endpoint, string id) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(
        segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart text => text.Content,
            RoutePatternParameterPart { Name: "number" } => "1",
            _ => id,
        }))));
}
