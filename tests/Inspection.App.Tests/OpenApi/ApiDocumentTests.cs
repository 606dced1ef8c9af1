using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.OpenApi;

public sealed partial class ApiDocumentTests
{
    [Fact]
    public async Task Real_answers_are_what_the_document_says()
    {
        await using var app = await TestApp.StartAsync(ProbeController.Options);
        var schema = await ApiSchema.OfAsync(app);
        using var administrator = await app.ClientAs(Role.Administrator);
        using var auditor = await app.ClientAs(Role.Auditor);
        const string user = "/api/v1/users/wang";

        await CheckAsync(schema, administrator, HttpMethod.Post, "/api/v1/users", new { name = "wang", roles = new[] { Role.Head } });
        await CheckAsync(schema, administrator, HttpMethod.Post, "/api/v1/users", new { name = "wang", roles = new[] { Role.Head } });
        await CheckAsync(schema, administrator, HttpMethod.Post, "/api/v1/users", new { nome = "wang" });
        await CheckAsync(schema, administrator, HttpMethod.Get, "/api/v1/users?limit=1");
        await CheckAsync(schema, administrator, HttpMethod.Get, user);
        await CheckAsync(schema, administrator, HttpMethod.Put, user, new { roles = new[] { Role.Auditor } });
        await CheckAsync(schema, administrator, HttpMethod.Post, $"{user}/tokens", new { days = 3 });
        await CheckAsync(schema, administrator, HttpMethod.Get, $"{user}/tokens");
        await CheckAsync(schema, administrator, HttpMethod.Delete, $"{user}/tokens/0123456789abcdef");
        await CheckAsync(schema, administrator, HttpMethod.Delete, $"{user}/tokens");
        await CheckAsync(schema, administrator, HttpMethod.Delete, user);
        await CheckAsync(schema, administrator, HttpMethod.Get, "/api/v1/audit");
        await CheckAsync(schema, auditor, HttpMethod.Get, "/api/v1/audit");
        await CheckAsync(schema, auditor, HttpMethod.Get, "/api/v1/me");
        await CheckAsync(schema, app.Anonymous, HttpMethod.Get, "/api/v1/me");
        await CheckAsync(schema, app.Anonymous, HttpMethod.Post, "/api/v1/public/probe/body", new { day = "Friday", inner = new[] { new { count = 1 } } });
    }

    [Fact]
    public async Task The_document_names_itself_the_roles_and_the_problems()
    {
        await using var app = await TestApp.StartAsync();

        var document = (await ApiSchema.OfAsync(app)).Document;

        Assert.Equal("Inspection 双随机、一公开", (string?)document["info"]!["title"]);
        var create = document["paths"]!["/api/v1/users"]!["post"]!;
        Assert.Contains("For administrator.", (string?)create["description"], StringComparison.Ordinal);
        Assert.NotNull(create["security"]![0]!["token"]);
        Assert.Equal("#/components/schemas/Problem",
            (string?)create["responses"]!["default"]!["content"]!["application/problem+json"]!["schema"]!["$ref"]);
    }

    [Fact]
    public async Task Every_operation_says_what_it_answers_with()
    {
        await using var app = await TestApp.StartAsync();
        var document = (await ApiSchema.OfAsync(app)).Document;

        var silent = from path in ((JObject)document["paths"]!).Properties()
                     from method in ((JObject)path.Value).Properties()
                     let success = ((JObject)method.Value["responses"]!).Properties().Where(response => response.Name.StartsWith('2'))
                     where !success.Any(response => response.Name is "204" or "202" || response.Value["content"] is not null)
                     select $"{method.Name} {path.Name}";

        Assert.Empty(silent);
    }

    [Fact]
    public async Task The_pages_for_reading_name_every_operation_and_every_schema()
    {
        await using var app = await TestApp.StartAsync();
        var document = (await ApiSchema.OfAsync(app)).Document;

        var page = (await app.Anonymous.GetJson("/docs")).Expect(HttpStatusCode.OK);
        var groups = Groups().Matches(page.Text).Select(static match => match.Groups["name"].Value).Distinct().ToList();
        var texts = await Task.WhenAll(groups.Select(async group => (await app.Anonymous.GetJson($"/docs/{group}")).Expect(HttpStatusCode.OK).Text));

        Assert.Equal("text/html", page.MediaType);
        foreach (var path in ((JObject)document["paths"]!).Properties())
        {
            Assert.Contains($"<code>{path.Name}</code>", page.Text, StringComparison.Ordinal);
            Assert.Contains(texts, text => text.Contains($"<code>{path.Name}</code>", StringComparison.Ordinal));
        }

        foreach (var schema in ((JObject)document["components"]!["schemas"]!).Properties())
            Assert.Contains(texts.Append(page.Text), text => text.Contains($"id=\"schema-{schema.Name}\"", StringComparison.Ordinal));
        // What a page of a group speaks of, it explains.
        foreach (var text in texts)
            Assert.All(References().Matches(text), match => Assert.Contains($"id=\"schema-{match.Groups["name"].Value}\"", text, StringComparison.Ordinal));
    }

    [GeneratedRegex("href=\"/docs/(?<name>[A-Za-z]+)\"")]
    private static partial Regex Groups();

    [GeneratedRegex("href=\"#schema-(?<name>[^\"]+)\"")]
    private static partial Regex References();

    private static async Task CheckAsync(ApiSchema schema, HttpClient client, HttpMethod method, string path, object? body = null)
    {
        var answer = await client.SendJson(method, path, body);
        Assert.Empty(schema.Problems(method, path, answer));
    }
}
