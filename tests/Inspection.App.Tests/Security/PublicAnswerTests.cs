using System.Net;
using Inspection.App.Storage;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.OpenApi;
using Inspection.App.Tests.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Security;

/// <summary>
/// Walks every public call with a store full of private marks: no answer shows one, each is what the OpenAPI document says,
/// and whatever an answer names is on the list of what is public. A new call is walked without a word here; a new name has to be put on the list by somebody who
/// thought about it.
/// </summary>
public sealed class PublicAnswerTests(MarkedStore store) : IClassFixture<MarkedStore>
{
    private const string Prefix = "api/v1/public/";

    // Not stamped, and not open to everybody: there is nothing to show.
    private static readonly string[] Empty = ["draws/{id}/stamp", "draws/{id}/open.zip", "ledger/stamps/{number:long}"];

    /// <summary>What answers may name.</summary>
    private static readonly string[] Names =
    [
        // Lists, and what a thing is called.
        .. Words("items next id title name state year month"),
        // Results: the enterprise, the task, what was found by the codes, corrections, follow-ups, objections and their answers.
        .. Words("uscc district authority departments drawId taskId taskTitle planId planTitle checkType method inspectedOn publishedAt updatedAt"),
        .. Words("itemCode itemName checked code disposal revision revisions number reason followUps on isClosed before after"),
        .. Words("objections receipt receivedAt answer answeredAt resultId"),
        // What is overdue.
        .. Words("countedFrom dueOn isProvisional visits"),
        // Items, plans and tasks.
        .. Words("category field frequency handling legalBasis measure supervisingBody target basis itemCodes monthly scope startsOn endsOn listPublished"),
        // Draws: notice, record and membership, whose classes are sizes and never say who is in which.
        .. Words("attempt closedAt committedAt drawnAt entropy entropyAt isListPublic isUnproven noticeHash previous replacements rosterSize selected supplements"),
        .. Words("voidReason voidedAt at replacedBy authorityCode class classes department disclosure excluded inspectors kind mode notice protocol quota rateBp"),
        .. Words("recordHash reserve root roster sampling seal seed size skill teams teamsHash threshold classSeal index proof digits witnesses values"),
        // The ledger.
        .. Words("data documentHash followUp hash key subject time fault from to"),
        // Bulk files.
        .. Words("csv jsonLines results rows bytes sha256 madeAt $schema contributors description encoding falseValues fields format mediatype path primaryKey"),
        .. Words("resources roles schema trueValues type"),
        // Figures.
        .. Words("effects rates due enterprises late moreThanOnce onTime overdue problems published targeted percent lower upper inspected lowestIfUnknown highestIfUnknown leftOut drawn replaced unreachable notChecked notReviewed understaffed"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_public_answer_shows_a_private_mark_or_names_what_is_not_on_the_list()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var schema = await ApiSchema.OfAsync(store.Fixture.Draws.App);
        foreach (var (route, path) in Paths())
        {
            var answer = await store.Fixture.Draws.App.Anonymous.GetJson(path);
            if (Empty.Contains(route))
                continue;
            Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Text}");
            Assert.NotEmpty(answer.Text);
            foreach (var text in MarkedStore.Private)
                Assert.False(answer.Text.Contains(text, StringComparison.Ordinal), $"{path} shows {text}: {answer.Text}");
            if (answer.MediaType == "application/json")
                Assert.Empty(schema.Problems(HttpMethod.Get, path, answer));
            foreach (var document in DocumentsOf(answer))
            {
                names.UnionWith(NamesIn(document));
                AssertNoClass(document, path);
            }
        }

        Assert.Empty(names.Except(Names));
    }

    [Fact]
    public async Task No_public_page_shows_a_private_mark()
    {
        var app = store.Fixture.Draws.App;
        var values = new Dictionary<string, string>(store.Values.Select(static value => KeyValuePair.Create(value.Key, value.Value[0])))
        {
            ["contribute/link"] = "none",
            ["docs/group"] = "PublicResults",
            ["status/code"] = "404",
        };
        foreach (var path in PublicPages.Paths(app, values).SelectMany(static path => new[] { path, "/en" + path }))
        {
            var page = await app.Anonymous.GetJson(path);
            Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path}: {page.Status}");
            AssertUnmarked(path, page.Text);
        }
    }

    [Fact]
    public async Task No_public_table_or_file_holds_a_private_mark()
    {
        var tables = store.Fixture.Service<ITableStore>();
        var known = await ((ITableNames)tables).TablesAsync(Cancellation).Where(PublicNaming.IsTable).ToListAsync(Cancellation);
        Assert.Superset(new HashSet<string> { "publicresults", "publiccorrections", "publicoverdue", "publicobjections", "publicbulk", "publicleads" }, known.ToHashSet());
        foreach (var table in known)
        {
            await foreach (var row in tables.QueryAsync(table, TableRange.All, Cancellation))
                AssertUnmarked(table, string.Join('\n', row.Select(column => $"{column.Key}={column.Value}")));
        }

        var blobs = store.Fixture.Service<IBlobStore>();
        await foreach (var name in blobs.ListAsync(PublicNaming.Folder, Cancellation).Select(blob => blob.Name))
        {
            using var blob = (await blobs.GetAsync(name, Cancellation))!;
            AssertUnmarked(name, System.Text.Encoding.UTF8.GetString(await blob.ReadAsync(Cancellation)));
        }
    }

    private static void AssertUnmarked(string where, string text)
    {
        foreach (var mark in MarkedStore.Private)
            Assert.False(text.Contains(mark, StringComparison.Ordinal), $"{where} holds {mark}: {text}");
    }

    private IEnumerable<(string Route, string Path)> Paths()
    {
        var routes = store.Fixture.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.RoutePattern.RawText!.StartsWith(Prefix, StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(static endpoint => endpoint.RoutePattern).ToList();
        Assert.True(routes.Count > 30, $"only {routes.Count} public calls were found");
        return routes.SelectMany(route => PathsOf(route).Select(path => (route.RawText![Prefix.Length..], path)));
    }

    private IEnumerable<string> PathsOf(RoutePattern route)
    {
        IEnumerable<string> paths = [""];
        var before = "";
        foreach (var part in route.PathSegments.Select(static segment => segment.Parts.Single()))
        {
            // What a name stands for depends on what stands before it: the id of a draw is none of a result.
            IReadOnlyList<string> values = part switch
            {
                RoutePatternLiteralPart text => [text.Content],
                RoutePatternParameterPart parameter => store.Values.TryGetValue($"{before}/{parameter.Name}", out var given)
                    ? given
                    : throw new KeyNotFoundException($"{route.RawText}: say in the marked store what {before}/{parameter.Name} is"),
                _ => throw new InvalidOperationException(route.RawText),
            };
            before = values[0];
            paths = [.. paths.SelectMany(path => values.Select(value => $"{path}/{value}"))];
        }

        return paths;
    }

    private static IEnumerable<JToken> DocumentsOf(Answer answer) => answer.MediaType switch
    {
        "application/json" => [answer.Json],
        "application/jsonl" => answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JToken.Parse),
        _ => [],
    };

    private static IEnumerable<string> NamesIn(JToken document) =>
        document is JContainer all ? all.DescendantsAndSelf().OfType<JProperty>().Select(static member => member.Name) : [];

    /// <summary>Classes and tickets stand nowhere beside an enterprise.</summary>
    private static void AssertNoClass(JToken document, string path)
    {
        var named = document is JContainer all ? all.DescendantsAndSelf().OfType<JObject>().Where(static one => one.ContainsKey("uscc")) : [];
        Assert.All(named, one => Assert.False(
            Words("class riskClass ticket").Any(one.ContainsKey), $"{path} says of an enterprise what is internal: {one}"));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
