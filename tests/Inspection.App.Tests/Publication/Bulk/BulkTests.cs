using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Inspection.App.Publication;
using Inspection.App.Storage;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Publication;

public sealed class BulkTests
{
    private const string Bulk = "/api/v1/public/bulk";
    private const string Results = "/api/v1/public/results";

    private static readonly IReadOnlyList<PublicResult> World = PublicShelf.Made(0, 60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_is_a_table_and_json_lines_that_say_what_the_api_says_with_their_hashes()
    {
        await using var app = await FilledAsync();

        var months = (await app.Anonymous.GetJson(Bulk)).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.Equal(["2026-11", "2026-10"], months.Select(month => (string)month["month"]!));
        foreach (var month in months)
        {
            var expected = World.Where(result => PublicShelf.MonthOf(result).ToString() == (string?)month["month"]).Select(result => result.Id).ToHashSet();
            Assert.Equal((expected.Count, expected.Count, 2 * expected.Count), ((int)month["results"]!, (int)month["jsonLines"]!["rows"]!, (int)month["csv"]!["rows"]!));
            var csv = await FileAsync(app, month["csv"]!);
            Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
            Assert.Equal(1 + (2 * expected.Count), Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            var lines = Encoding.UTF8.GetString(await FileAsync(app, month["jsonLines"]!)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(expected, lines.Select(line => (string)JObject.Parse(line)["id"]!).ToHashSet());
            Assert.Equal((await app.Anonymous.GetJson($"{Results}/{(string)JObject.Parse(lines[0])["id"]!}")).Text, lines[0]);
        }
    }

    [Fact]
    public async Task The_data_package_names_every_file_with_its_columns_bytes_and_hash()
    {
        await using var app = await FilledAsync();

        var package = (await app.Anonymous.GetJson($"{Bulk}/datapackage.json")).Expect(HttpStatusCode.OK).Json;
        var sums = (await app.Anonymous.GetJson($"{Bulk}/SHA256SUMS")).Expect(HttpStatusCode.OK).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, package["resources"]!.Count());
        foreach (var resource in package["resources"]!)
        {
            var bytes = await app.Anonymous.GetByteArrayAsync($"{Bulk}/{(string)resource["path"]!}", Cancellation);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Assert.Equal((bytes.Length, $"sha256:{hash}"), ((int)resource["bytes"]!, (string?)resource["hash"]));
            Assert.Contains($"{hash}  {(string)resource["path"]!}", sums);
            if ((string?)resource["format"] != "csv")
                continue;
            var heading = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n")[0].Split(',');
            Assert.Equal(heading, resource["schema"]!["fields"]!.Select(field => (string)field["name"]!));
            Assert.Subset(heading.ToHashSet(), resource["schema"]!["primaryKey"]!.Select(name => (string)name!).ToHashSet());
        }
    }

    [Fact]
    public async Task A_correction_renews_the_files_of_its_month_and_of_no_other()
    {
        await using var app = await FilledAsync();
        var before = await MonthsAsync(app);
        var (first, store) = (World[0], app.Service<PublicResultStore>());

        app.Time.Advance(TimeSpan.FromDays(1));
        await PublicShelf.PutAsync(store, World.Skip(1));
        await app.Service<WatchDeadlines>().RunAsync(Cancellation);
        Assert.Equal(before, await MonthsAsync(app));
        for (var time = 0; time < 3; time++)
        {
            var now = (await store.FindAsync(first.Id, Cancellation))!.Result;
            await PublicShelf.PutAsync(store, [PublicShelf.Corrected(now)]);
            await app.Service<WatchDeadlines>().RunAsync(Cancellation);
        }

        var after = await MonthsAsync(app);
        Assert.Equal(PublicShelf.MonthOf(first).ToString(), Assert.Single(after.Except(before)).Month);
        Assert.All(after, month => Assert.Equal(month.Results, World.Count(result => PublicShelf.MonthOf(result).ToString() == month.Month)));
        // The newest files, and those before them for whoever is reading.
        var blobs = await app.Service<IBlobStore>().ListAsync("public/bulk/", Cancellation).CountAsync(Cancellation);
        Assert.Equal(2 + 4, blobs);
    }

    [Fact]
    public async Task What_changes_while_the_files_are_made_is_made_the_next_time()
    {
        using var shelf = new PublicShelf();
        var changes = shelf.Changes;
        await changes.NoteAsync(PublicationMonth.Parse("2026-11"), Cancellation);
        var looked = await changes.AllAsync(Cancellation).SingleAsync(Cancellation);

        await changes.NoteAsync(looked.Month, Cancellation);
        await changes.RemoveAsync(looked, Cancellation);

        Assert.Equal(looked.Month, (await changes.AllAsync(Cancellation).SingleAsync(Cancellation)).Month);
    }

    [Fact]
    public async Task A_file_is_read_in_parts_and_not_again_until_it_changes()
    {
        await using var app = await FilledAsync();
        const string file = $"{Bulk}/results-2026-10.csv";
        var whole = await app.Anonymous.GetByteArrayAsync(file, Cancellation);
        using var part = new HttpRequestMessage(HttpMethod.Get, file);
        part.Headers.Range = new RangeHeaderValue(100, 199);
        using var answer = await app.Anonymous.SendAsync(part, Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, file);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await app.Anonymous.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(whole[100..200], await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        foreach (var name in new[] { "results-2026-09.csv", "results-2026-10.txt", "results-.csv", "x", "..%2F..%2Fjobs.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous.GetJson($"{Bulk}/{name}")).Status);
    }

    private static async Task<TestApp> FilledAsync()
    {
        var app = await TestApp.StartAsync();
        await PublicShelf.PutAsync(app.Service<PublicResultStore>(), World);
        Assert.True((await app.Service<WatchDeadlines>().RunAsync(Cancellation)).IsComplete);
        return app;
    }

    private static async Task<IReadOnlyList<BulkMonth>> MonthsAsync(TestApp app) =>
        await app.Service<BulkStore>().AllAsync(Cancellation).ToListAsync(Cancellation);

    private static async Task<byte[]> FileAsync(TestApp app, JToken file)
    {
        var bytes = await app.Anonymous.GetByteArrayAsync($"{Bulk}/{(string)file["name"]!}", Cancellation);
        Assert.Equal(((int)file["bytes"]!, (string?)file["sha256"]), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        return bytes;
    }
}
