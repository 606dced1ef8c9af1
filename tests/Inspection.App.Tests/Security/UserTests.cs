using System.Net;
using Inspection.App.Security;
using Inspection.App.Storage.Embedded;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Security;

public sealed class UserTests
{
    private static readonly string[] AdministratorRoles = [Role.Administrator];

    [Fact]
    public async Task A_user_is_made_read_changed_and_removed()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Administrator);

        var made = (await client.PostJson("/api/v1/users", new
        {
            name = "张三", displayName = "张三丰", roles = new[] { Role.Inspector, Role.Reviewer }, department = "市场监管", inspectorId = "JC001",
        })).Expect(HttpStatusCode.Created);
        Assert.Equal("/api/v1/users/%E5%BC%A0%E4%B8%89", made.Location);

        var read = (await client.GetJson(made.Location!)).Expect(HttpStatusCode.OK);
        Assert.Equal(made.Text, read.Text);
        Assert.Equal(made.ETag, read.ETag);
        var change = new { roles = new[] { Role.Auditor } };
        var changed = (await client.PutJson(made.Location!, change, read.ETag)).Expect(HttpStatusCode.OK);
        Assert.Equal("", (string?)changed.Json["inspectorId"]);
        (await client.PutJson(made.Location!, change, read.ETag)).ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        (await client.DeleteJson(made.Location!, read.ETag)).ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        (await client.DeleteJson(made.Location!, changed.ETag)).Expect(HttpStatusCode.NoContent);
        (await client.GetJson(made.Location!)).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Users_are_listed_by_name_in_pages()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Administrator);
        foreach (var name in new[] { "c", "a", "b" })
            await TokenTests.MakeAsync(client, name, Role.Auditor);

        var first = (await client.GetJson("/api/v1/users?limit=3")).Json;
        var second = (await client.GetJson($"/api/v1/users?limit=3&cursor={first["next"]}")).Json;

        Assert.Equal(["a", "administrator", "b"], first["items"]!.Select(user => (string?)user["name"]));
        Assert.Equal(["c"], second["items"]!.Select(user => (string?)user["name"]));
        Assert.Null((string?)second["next"]);
        (await client.GetJson("/api/v1/users?cursor=nonsense!")).ExpectRefusal(HttpStatusCode.BadRequest, "cursor");
    }

    [Fact]
    public async Task Names_that_differ_in_case_only_are_one_person()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Administrator);
        await TokenTests.MakeAsync(client, "Li.Lei", Role.Scheduler);

        var second = await client.PostJson("/api/v1/users", new { name = "li.lei", roles = new[] { Role.Scheduler } });

        second.ExpectRefusal(HttpStatusCode.Conflict, "user-exists");
        Assert.Equal("Li.Lei", (string?)(await client.GetJson("/api/v1/users/LI.LEI")).Json["name"]);
    }

    [Theory]
    [InlineData(".", Role.Head, "", "user-name")]
    [InlineData("a b", Role.Head, "", "user-name")]
    [InlineData("аlice", Role.Head, "", "user-name")]
    [InlineData("a/b", Role.Head, "", "user-name")]
    [InlineData("Calendar", Role.Head, "", "user-name")]
    [InlineData("command-line", Role.Head, "", "user-name")]
    [InlineData("ok", "king", "", "user-roles")]
    [InlineData("ok", "Head", "", "user-roles")]
    [InlineData("ok", Role.Head, "JC001", "user-inspector")]
    public async Task Who_cannot_be_a_user_is_refused_by_name_of_the_rule(string name, string role, string inspectorId, string rule)
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Administrator);

        (await client.PostJson("/api/v1/users", new { name, roles = new[] { role }, inspectorId }))
            .ExpectRefusal(HttpStatusCode.BadRequest, rule);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_removed_disabled_or_demoted()
    {
        await using var app = await TestApp.StartAsync();
        using var client = await app.ClientAs(Role.Administrator);
        const string self = "/api/v1/users/administrator";

        (await client.DeleteJson(self)).ExpectRefusal(HttpStatusCode.Conflict, "last-administrator");
        (await client.PutJson(self, new { roles = AdministratorRoles, disabled = true })).ExpectRefusal(HttpStatusCode.Conflict, "last-administrator");
        (await client.PutJson(self, new { roles = new[] { Role.Head } })).ExpectRefusal(HttpStatusCode.Conflict, "last-administrator");

        await TokenTests.MakeAsync(client, "second", Role.Administrator);
        (await client.PutJson("/api/v1/users/second", new { roles = AdministratorRoles, disabled = true })).Expect(HttpStatusCode.OK);
        (await client.DeleteJson(self)).ExpectRefusal(HttpStatusCode.Conflict, "last-administrator");
        (await client.PutJson("/api/v1/users/second", new { roles = AdministratorRoles })).Expect(HttpStatusCode.OK);
        (await client.DeleteJson(self)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Administrators_who_remove_each_other_at_once_leave_one()
    {
        using var folder = new TemporaryFolder();
        using var tables = new SqliteTableStore(Path.Combine(folder.Path, "inspection.db"), TimeProvider.System);
        var users = new UserStore(tables);
        var names = Enumerable.Range(0, 8).Select(i => $"a{i}").ToList();
        foreach (var name in names)
            await users.CreateAsync(new User(name) { Roles = AdministratorRoles }, TestContext.Current.CancellationToken);

        var outcomes = await Task.WhenAll(names.Select(name => Task.Run(() => users.DeleteAsync(name, null))));

        Assert.Equal("last-administrator", Assert.Single(outcomes, outcome => outcome.Refusal is not null).Refusal!.Rule);
        Assert.True(await users.HasAdministratorAsync(TestContext.Current.CancellationToken));
    }
}
