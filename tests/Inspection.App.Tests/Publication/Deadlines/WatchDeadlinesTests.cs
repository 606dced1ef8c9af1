using System.Net;
using Inspection.App.Directory;
using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Publication;

public sealed class WatchDeadlinesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Certificates_that_run_out_are_noted_for_the_department_that_they_belong_to()
    {
        await using var fixture = await DrawFixture.StartAsync(enterprises: 1, inspectors: 1, settings: ("Rules:CertificateWarningDays", "30"));
        Assert.Equal(JTokenType.Null, (await fixture.Head.GetJson("/api/v1/deadlines")).Expect(HttpStatusCode.OK).Json["checkedAt"]!.Type);
        var today = fixture.Service<LocalTime>().Today;
        foreach (var (id, department, days, status) in new[]
        {
            ("SJ-1", DrawFixture.Market, 30, ""), ("SJ-2", DrawFixture.Market, 31, ""), ("XF-1", DrawFixture.Fire, -1, "在岗"), ("XF-2", DrawFixture.Fire, 5, "退休"),
        })
        {
            var inspector = new InspectorProfile
            {
                InspectorId = id, Name = $"姓名{id}", Department = department, CertificateExpires = today.AddDays(days), Status = status,
            };
            await fixture.Service<ITableStore>().UpsertAsync(InspectorStore.Table, InspectorEntity.Of(inspector), Cancellation);
        }

        await fixture.Service<WatchDeadlines>().RunAsync(Cancellation);
        using var market = await fixture.App.ClientAs(Role.Head, "market", DrawFixture.Market);

        Assert.Equal(["XF-1", "SJ-1"], await ExpiringAsync(fixture.Auditor));
        Assert.Equal(["SJ-1"], await ExpiringAsync(market));
        using var inspectorClient = await fixture.App.ClientAs(Role.Inspector, "wang", inspectorId: "SJ-1");
        (await inspectorClient.GetJson("/api/v1/deadlines")).ExpectRefusal(HttpStatusCode.Forbidden, "role-needed");
    }

    private static async Task<IEnumerable<string>> ExpiringAsync(HttpClient who)
    {
        var notes = (await who.GetJson("/api/v1/deadlines")).Expect(HttpStatusCode.OK).Json;
        var ids = notes["certificates"]!.Select(one => (string)one["inspectorId"]!).ToList();
        Assert.Equal((int)notes["expiring"]!, ids.Count);
        return ids;
    }
}
