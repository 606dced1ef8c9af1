using System.Net;
using Inspection.App.Planning;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.OpenApi;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Planning.Calendar;

public sealed class HolidaysApiTests
{
    private static readonly object NationalDay = new { kind = "Holiday", name = "国庆节", source = "国办发明电〔2026〕1号" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_that_an_administrator_enters_counts_until_it_is_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        const string address = "/api/v1/holidays/2026-10-10";
        var shipped = (await administrator.GetJson(address)).Expect(HttpStatusCode.OK);
        Assert.Equal((true, "Workday", false), ((bool)shipped.Json["isWorkingDay"]!, (string?)shipped.Json["kind"], (bool)shipped.Json["isOwn"]!));

        var entered = (await administrator.PutJson(address, NationalDay)).Expect(HttpStatusCode.OK);

        Assert.False((bool)entered.Json["isWorkingDay"]!);
        Assert.Equal(new DateOnly(2026, 10, 20), (await app.Service<WorkingDays>().AddAsync(new DateOnly(2026, 9, 15), 20, Cancellation)).Day);
        (await administrator.PutJson(address, NationalDay, "\"old\"")).ExpectRefusal(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        (await administrator.DeleteJson(address, entered.ETag)).Expect(HttpStatusCode.NoContent);
        (await administrator.DeleteJson(address)).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(new DateOnly(2026, 10, 19), (await app.Service<WorkingDays>().AddAsync(new DateOnly(2026, 9, 15), 20, Cancellation)).Day);
    }

    [Fact]
    public async Task A_year_is_provisional_until_its_notice_is_entered_to_the_end()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);

        await administrator.PutJson("/api/v1/holidays/2027-01-01", NationalDay);
        Assert.True((bool)(await administrator.GetJson("/api/v1/holidays/2027-01-01")).Json["isProvisional"]!);
        await administrator.PutJson("/api/v1/holidays/2027-10-01", NationalDay);

        var year = (await administrator.GetJson("/api/v1/holidays?year=2027")).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.Equal(["2027-01-01", "2027-10-01"], year.Select(day => (string)day["date"]!));
        Assert.All(year, day => Assert.False((bool)day["isProvisional"]!));
        Assert.All(year, day => Assert.True((bool)day["isOwn"]!));
    }

    [Theory]
    [InlineData("kind", null, "invalid-request")]
    [InlineData("kind", "Sunday", "invalid-request")]
    [InlineData("name", "", "invalid-request")]
    [InlineData("source", "a\u0001", "text")]
    public async Task A_day_that_says_too_little_is_refused(string member, string? value, string rule)
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        var input = JObject.FromObject(NationalDay);
        input[member] = value;

        (await administrator.PutJson("/api/v1/holidays/2027-01-01", input)).ExpectRefusal(HttpStatusCode.BadRequest, rule);
        (await administrator.PutJson("/api/v1/holidays/1999-10-01", NationalDay)).ExpectRefusal(HttpStatusCode.BadRequest, "date");
    }

    [Fact]
    public async Task Real_answers_are_what_the_document_says()
    {
        await using var app = await TestApp.StartAsync();
        using var administrator = await app.ClientAs(Role.Administrator);
        var schema = await ApiSchema.OfAsync(app);
        const string address = "/api/v1/holidays/2026-10-10";

        Assert.Empty(schema.Problems(HttpMethod.Get, "/api/v1/holidays", await administrator.GetJson("/api/v1/holidays?year=2026")));
        Assert.Empty(schema.Problems(HttpMethod.Get, address, await administrator.GetJson(address)));
        Assert.Empty(schema.Problems(HttpMethod.Put, address, await administrator.PutJson(address, NationalDay)));
        Assert.Empty(schema.Problems(HttpMethod.Delete, address, await administrator.DeleteJson(address)));
    }
}
