using System.Net;
using System.Text;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Security;

public sealed class TokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_and_signs_its_user_in()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        await MakeAsync(administrator, "han.meimei", Role.Reviewer);

        var made = (await administrator.PostJson("/api/v1/users/han.meimei/tokens", new { days = 30 })).Expect(HttpStatusCode.Created);
        using var client = app.ClientWith((string)made.Json["token"]!);

        Assert.Equal($"/api/v1/users/han.meimei/tokens/{made.Json["id"]}", made.Location);
        Assert.Equal("2026-12-02T01:00:00+00:00", (string?)made.Json["expiresAt"]);
        Assert.Equal("han.meimei", (string?)(await client.GetJson("/api/v1/me")).Json["name"]);
        var listed = (await administrator.GetJson("/api/v1/users/han.meimei/tokens")).Expect(HttpStatusCode.OK);
        Assert.Equal("2026-11-02", (string?)Assert.Single(listed.Json["items"]!)["lastUsedOn"]);
        Assert.DoesNotContain("inspection_", listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_lasts_ninety_days_where_nobody_says()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Auditor);

        app.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_and_the_others_stay()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        using var kept = await app.ClientAs(Role.Head, "boss");
        var made = await administrator.PostJson("/api/v1/users/boss/tokens");
        using var lost = app.ClientWith((string)made.Json["token"]!);
        (await lost.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);

        (await administrator.DeleteJson(made.Location!)).Expect(HttpStatusCode.NoContent);

        (await lost.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        (await kept.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
        (await administrator.DeleteJson(made.Location!)).Expect(HttpStatusCode.NotFound);
        (await administrator.DeleteJson("/api/v1/users/boss/tokens")).Expect(HttpStatusCode.NoContent);
        (await kept.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_user_made_again_under_an_old_name_does_not_inherit_its_tokens()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        using var old = await app.ClientAs(Role.Inspector, "wang");

        (await administrator.DeleteJson("/api/v1/users/wang")).Expect(HttpStatusCode.NoContent);
        await MakeAsync(administrator, "wang", Role.Scheduler);

        (await old.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_disabled_user_is_refused_until_enabled_again()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        using var client = await app.ClientAs(Role.Inspector, "wang");

        await administrator.PutJson("/api/v1/users/wang", new { roles = new[] { Role.Inspector }, disabled = true });
        (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        await administrator.PutJson("/api/v1/users/wang", new { roles = new[] { Role.Inspector } });
        (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("inspection_0123456789abcdef_")]
    [InlineData("inspection_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("inspection_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("inspection_../../etc/passwd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Garbage_is_refused_like_any_unknown_token(string token)
    {
        await using var app = await TestApp.StartAsync();
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        var answer = (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");

        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task The_right_id_with_another_secret_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Auditor);
        var token = client.DefaultRequestHeaders.Authorization!.Parameter!;
        using var guess = app.ClientWith(token[..^43] + new string('A', 43));

        (await guess.GetJson("/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_token_stands_in_the_store_or_in_the_log()
    {
        using var log = new CollectedLog();
        await using var app = await TestApp.StartAsync(new TestAppOptions
        {
            Configure = builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log),
        });
        using var administrator = await app.ClientAs(Role.Administrator);
        var made = await administrator.PostJson("/api/v1/users/administrator/tokens");
        var token = (string)made.Json["token"]!;
        using var client = app.ClientWith(token);
        await client.GetJson("/api/v1/me");
        using var wrong = app.ClientWith(token[..^1]);
        await wrong.GetJson("/api/v1/me");

        var secret = token[^43..^1];
        Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
        Assert.Contains("was not authenticated", log.Text, StringComparison.Ordinal);
        foreach (var file in System.IO.Directory.GetFiles(app.StorePath, "*", SearchOption.AllDirectories))
        {
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(content, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_last_use_is_written_once_a_day()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Auditor);
        await client.GetJson("/api/v1/me");
        var first = await RowAsync(app);
        await client.GetJson("/api/v1/me");

        Assert.Equal(first.ETag, (await RowAsync(app)).ETag);
        app.Time.Advance(TimeSpan.FromDays(1));
        await client.GetJson("/api/v1/me");
        Assert.Equal("2026-11-03", (await RowAsync(app)).GetString("LastUsedOn"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3651)]
    public async Task A_token_lasts_a_day_to_ten_years(int days)
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);

        var answer = await administrator.PostJson("/api/v1/users/administrator/tokens", new { days });

        answer.ExpectRefusal(HttpStatusCode.BadRequest, "invalid-request");
        Assert.NotNull(answer.Json["errors"]!["days"]);
    }

    internal static async Task MakeAsync(HttpClient administrator, string name, params string[] roles) =>
        (await administrator.PostJson("/api/v1/users", new JObject { ["name"] = name, ["roles"] = new JArray(roles) }))
            .Expect(HttpStatusCode.Created);

    private static async Task<Azure.Data.Tables.TableEntity> RowAsync(TestApp app)
    {
        await foreach (var row in app.Service<ITableStore>().QueryAsync("tokens", TableRange.All, Cancellation))
            return row;
        throw new InvalidOperationException("there is no token");
    }
}
