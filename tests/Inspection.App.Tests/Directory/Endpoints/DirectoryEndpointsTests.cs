using System.Net;
using System.Text;
using Inspection.App.Directory;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;
using static Inspection.App.Tests.Directory.Registry;

namespace Inspection.App.Tests.Directory;

public sealed class DirectoryEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_imported_listed_exported_and_imported_again_over_HTTP()
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);
        var imported = (await ImportAsync(keeper, "enterprises", Sample.Csv(120))).Expect(HttpStatusCode.Created);

        Assert.Equal("Done", (string?)imported.Json["state"]);
        Assert.Equal(120, (int)imported.Json["counts"]!["new"]!);
        Assert.Equal($"/api/v1/imports/{imported.Json["id"]}", imported.Location);
        Assert.Equal(imported.Text, (await keeper.GetJson(imported.Location!)).Expect(HttpStatusCode.OK).Text);
        var page = (await keeper.GetJson("/api/v1/enterprises?limit=100&q=云泽")).Json;
        Assert.Equal(100, page["items"]!.Count());
        var rest = (await keeper.GetJson($"/api/v1/enterprises?limit=100&q=云泽&cursor={page["next"]}")).Json;
        Assert.Equal((20, JTokenType.Null), (rest["items"]!.Count(), rest["next"]!.Type));

        var export = (await keeper.GetJson("/api/v1/enterprises/export")).Expect(HttpStatusCode.OK);
        Assert.Equal("text/csv", export.MediaType);
        var again = await ImportAsync(keeper, "enterprises", Encoding.UTF8.GetBytes(export.Text), dryRun: true);
        Assert.Equal(("Checked", 120), ((string?)again.Json["state"], (int)again.Json["counts"]!["unchanged"]!));
    }

    [Fact]
    public async Task Bad_rows_are_downloaded_as_CSV_and_as_a_workbook()
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);
        var job = (await ImportAsync(keeper, "enterprises", Encoding.UTF8.GetBytes($"uscc,name\n{Code(1)},好\nx,坏\n"))).Json;
        Assert.Equal(("Rejected", 1), ((string?)job["state"], (int)job["errors"]!));

        var csv = (await keeper.GetJson((string)job["links"]!["errors"]!)).Expect(HttpStatusCode.OK);
        var workbook = await keeper.GetByteArrayAsync($"{job["links"]!["errors"]}?format=xlsx", Cancellation);

        Assert.StartsWith("uscc,name,错误信息\r\nx,坏,", csv.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal("x", Enterprises(workbook).Rejected[0].Value);
        Assert.Empty((await keeper.GetJson("/api/v1/enterprises")).Json["items"]!);
    }

    [Fact]
    public async Task An_enterprise_is_put_and_deleted_by_version()
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);
        var path = $"/api/v1/enterprises/{Code(1)}";
        var created = (await keeper.PutJson(path, new { name = "瑞丰", riskClass = "B", registeredOn = "2019-03-05", tags = new[] { "乙", "甲" } }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(path, created.Location);
        var changed = (await keeper.PutJson(path, new { name = "恒达", district = "青檀区" }, created.ETag)).Expect(HttpStatusCode.OK);

        (await keeper.PutJson(path, new { name = "x" }, created.ETag)).ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        (await keeper.DeleteJson(path, created.ETag)).ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        var read = (await keeper.GetJson(path)).Expect(HttpStatusCode.OK);
        Assert.Equal(("恒达", changed.ETag, (string?)read.Json["etag"]), ((string?)read.Json["name"], read.ETag, changed.ETag));
        (await keeper.DeleteJson(path, read.ETag)).Expect(HttpStatusCode.NoContent);
        (await keeper.GetJson(path)).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("/api/v1/enterprises/123", "{}")]
    [InlineData("/api/v1/enterprises/91370402MA3C4BYT5X", "{\"riskClass\":\"A!\"}")]
    [InlineData("/api/v1/enterprises/91370402MA3C4BYT5X", "{\"tags\":[\"a;b\"]}")]
    [InlineData("/api/v1/enterprises/91370402MA3C4BYT5X", "{\"unknown\":1}")]
    [InlineData("/api/v1/enterprises/91370402MA3C4BYT5X", "{\"name\":null}")]
    [InlineData("/api/v1/enterprises/91370402MA3C4BYT5X", "{\"tags\":[null]}")]
    [InlineData("/api/v1/inspectors/1", "{\"department\":\"区局\"}")]
    [InlineData("/api/v1/inspectors/1", "{\"certificateExpires\":\"2030-12-31\"}")]
    [InlineData("/api/v1/items/A", "{\"name\":\"\"}")]
    [InlineData("/api/v1/items/A%20B", "{\"name\":\"x\"}")]
    public async Task What_breaks_a_rule_is_refused_with_400(string path, string body)
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);

        (await keeper.SendJson(HttpMethod.Put, path, body)).Expect(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/v1/enterprises?limit=0")]
    [InlineData("/api/v1/enterprises?limit=1001")]
    [InlineData("/api/v1/enterprises?cursor=x!")]
    [InlineData("/api/v1/enterprises?riskClass=A!")]
    [InlineData("/api/v1/inspectors?cursor=x!")]
    public async Task A_list_that_cannot_be_understood_is_refused_with_400(string path)
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);

        (await keeper.GetJson(path)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Readers_read_and_only_administrators_change()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var role in (string[])[Role.Scheduler, Role.Head, Role.Auditor])
        {
            using var reader = await app.ClientAs(role);
            (await reader.GetJson("/api/v1/enterprises")).Expect(HttpStatusCode.OK);
            (await reader.GetJson("/api/v1/inspectors/export")).Expect(HttpStatusCode.OK);
            (await reader.PutJson("/api/v1/items/A", new { name = "x" })).Expect(HttpStatusCode.Forbidden);
            (await ImportAsync(reader, "items", "code,name\nA,x\n"u8.ToArray())).Expect(HttpStatusCode.Forbidden);
        }

        foreach (var role in (string[])[Role.Inspector, Role.Reviewer])
        {
            using var other = await app.ClientAs(role);
            foreach (var directory in (string[])["enterprises", "inspectors", "items", "enterprises/export"])
                (await other.GetJson($"/api/v1/{directory}")).Expect(HttpStatusCode.Forbidden);
        }

        (await app.Anonymous.GetJson("/api/v1/enterprises")).Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("enterprises")]
    [InlineData("inspectors")]
    [InlineData("items")]
    public async Task Templates_can_be_imported_as_they_are(string directory)
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);
        foreach (var format in (string[])["csv", "xlsx"])
        {
            var template = await keeper.GetByteArrayAsync($"/api/v1/{directory}/template?format={format}", Cancellation);
            var job = (await ImportAsync(keeper, directory, template)).Expect(HttpStatusCode.Created).Json;

            Assert.Equal("Done", (string?)job["state"]);
        }

        Assert.Single((await keeper.GetJson($"/api/v1/{directory}")).Json["items"]!);
    }

    [Fact]
    public async Task A_recusal_is_in_force_when_a_second_person_confirms_it()
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator, "zhang.san");
        using var head = await app.ClientAs(Role.Head, "li.si");
        (await keeper.PutJson("/api/v1/inspectors/鲁D-1", new { department = "区局", certificateExpires = "2030-12-31" }))
            .Expect(HttpStatusCode.Created);
        var recusals = "/api/v1/inspectors/鲁D-1/recusals";
        (await keeper.PostJson(recusals, new { uscc = Code(1), grounds = "" })).ExpectRefusal(HttpStatusCode.BadRequest, "bad-value");
        var declared = (await keeper.PostJson(recusals, new { uscc = Code(1), grounds = "配偶任职" })).Expect(HttpStatusCode.Created);
        Assert.Equal("Declared", (string?)declared.Json["state"]);

        (await keeper.PostJson(recusals, new { uscc = Code(1), grounds = "又" })).ExpectRefusal(HttpStatusCode.Conflict, "already-recused");
        (await keeper.PostJson($"{recusals}/{Code(1)}/confirm")).ExpectRefusal(HttpStatusCode.Forbidden, "two-persons");
        (await head.PostJson($"{recusals}/{Code(2)}/confirm")).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await head.PostJson($"{recusals}/{Code(1)}/confirm")).Expect(HttpStatusCode.OK);

        var recusal = (await keeper.GetJson("/api/v1/inspectors/鲁D-1")).Json["recusals"]!.Single();
        Assert.Equal(("Confirmed", "zhang.san", "li.si"), ((string?)recusal["state"], (string?)recusal["declaredBy"], (string?)recusal["confirmedBy"]));
    }

    [Fact]
    public async Task Deleting_an_inspector_takes_the_recusals_along_and_neighbours_stay()
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);
        await ImportAsync(keeper, "inspectors", Encoding.UTF8.GetBytes(
            $"inspector_id,department,certificate_expires,recused\n1,区局,长期,{Code(1)}\n11,区局,长期,{Code(2)}\n1-,区局,长期,{Code(3)}\n"));
        (await keeper.DeleteJson("/api/v1/inspectors/1")).Expect(HttpStatusCode.NoContent);
        await ImportAsync(keeper, "inspectors", "inspector_id,department,certificate_expires\n1,区局,长期\n"u8.ToArray());

        var all = (await keeper.GetJson("/api/v1/inspectors")).Json["items"]!;
        Assert.Equal(
            [("1", 0), ("1-", 1), ("11", 1)],
            all.Select(one => ((string)one["inspectorId"]!, one["recusals"]!.Count())).Order());
    }

    [Fact]
    public async Task The_public_sees_published_items_and_of_them_public_columns_alone()
    {
        await using var app = await TestApp.StartAsync();
        await app.Service<StarterCatalogue>().LoadAsync(Cancellation);
        using var keeper = await app.ClientAs(Role.Administrator);
        (await keeper.PutJson("/api/v1/items/SECRET-1", new { name = "内部事项", published = false })).Expect(HttpStatusCode.Created);
        var codes = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await app.Anonymous.GetJson($"/api/v1/public/items?limit=15&cursor={cursor}")).Expect(HttpStatusCode.OK).Json;
            codes.AddRange(page["items"]!.Select(item => (string)item["code"]!));
            Assert.All(page["items"]!, item => Assert.Equal(
                ["category", "code", "field", "frequency", "handling", "legalBasis", "measure", "method", "name", "supervisingBody", "target"],
                ((JObject)item).Properties().Select(property => property.Name).Order()));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal(StarterCatalogue.Read().Select(item => item.Code).Order(), codes);
    }

    [Fact]
    public async Task What_is_imported_as_published_is_public_and_what_is_withdrawn_is_not()
    {
        await using var app = await TestApp.StartAsync();
        using var keeper = await app.ClientAs(Role.Administrator);
        await ImportAsync(keeper, "items", Encoding.UTF8.GetBytes("code,name,published\nA,甲,是\nB,乙,是\nC,丙,否\n"));
        Assert.Equal(["A", "B"], (await app.Anonymous.GetJson("/api/v1/public/items")).Json["items"]!.Select(item => (string?)item["code"]));

        await ImportAsync(keeper, "items", Encoding.UTF8.GetBytes("code,name,published\nA,甲,否\nC,丙,是\n"));
        (await keeper.DeleteJson("/api/v1/items/B")).Expect(HttpStatusCode.NoContent);
        var shown = (await app.Anonymous.GetJson("/api/v1/public/items")).Expect(HttpStatusCode.OK);

        Assert.Equal(["C"], shown.Json["items"]!.Select(item => (string?)item["code"]));
        Assert.Equal("丙", (string?)(await app.Anonymous.GetJson("/api/v1/public/items/C")).Json["name"]);
        (await app.Anonymous.GetJson("/api/v1/public/items/A")).Expect(HttpStatusCode.NotFound);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/public/items");
        again.Headers.TryAddWithoutValidation("If-None-Match", shown.ETag);
        using var unchanged = await app.Anonymous.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Items_are_filtered_and_paged_in_the_order_of_their_codes()
    {
        await using var app = await TestApp.StartAsync();
        await app.Service<StarterCatalogue>().LoadAsync(Cancellation);
        using var reader = await app.ClientAs(Role.Scheduler);

        var first = (await reader.GetJson("/api/v1/items?q=登记&limit=1")).Json;
        Assert.Equal("DJ-001", (string?)first["items"]!.Single()["code"]);
        Assert.NotNull((string?)(await reader.GetJson("/api/v1/items?category=Key&limit=2")).Json["next"]);
        Assert.Empty((await reader.GetJson("/api/v1/items?published=false")).Json["items"]!);
    }

    [Fact]
    public async Task An_import_left_behind_goes_on_when_the_service_starts()
    {
        await using var app = await TestApp.StartAsync();
        var imports = app.Service<ImportStore>();
        var job = new ImportJob
        {
            Id = "0192", Directory = "items", FileName = "f.csv", DryRun = false, StartedBy = "x", StartedAt = app.Time.GetUtcNow(),
        };
        await app.Service<Inspection.App.Storage.IBlobStore>().PutAsync(
            job.UploadBlob, new MemoryStream("code,name\nA,x\n"u8.ToArray()), cancellation: Cancellation);
        Assert.True(await imports.TryBeginAsync(job, Cancellation));
        await app.RestartAsync();

        while (await app.Service<ImportStore>().GetAsync(job.Id, Cancellation) is not { State: ImportState.Done })
            await Task.Delay(20, Cancellation);
        Assert.NotNull(await app.Service<CheckItemStore>().GetAsync("A", Cancellation));
    }

    private static async Task<Answer> ImportAsync(HttpClient client, string directory, byte[] file, bool dryRun = false)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", FileName } };
        using var response = await client.PostAsync(
            new Uri($"/api/v1/{directory}/import?dryRun={dryRun}", UriKind.Relative), form, Cancellation);
        return await Answer.OfAsync(response);
    }
}
