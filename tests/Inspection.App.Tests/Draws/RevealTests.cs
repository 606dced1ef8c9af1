using System.Net;
using Inspection.App.Draws;
using Inspection.App.Ledger;
using Inspection.App.Planning;
using Inspection.App.Tests.Hosting;
using Inspection.Drawing;

namespace Inspection.App.Tests.Draws;

public sealed class RevealTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_auditors_package_passes_every_check_and_equals_a_recomputation()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();

        var bytes = await fixture.Auditor.GetByteArrayAsync($"/api/v1/draws/{id}/package", Cancellation);

        var package = PackageFile.Read(new MemoryStream(bytes));
        var report = Verifier.Verify(new VerificationInput
        {
            Package = package,
            PublicRecord = await fixture.App.Anonymous.GetByteArrayAsync($"/api/v1/public/draws/{id}", Cancellation),
            Membership = await fixture.App.Anonymous.GetByteArrayAsync($"/api/v1/public/draws/{id}/membership", Cancellation),
        });
        Assert.True(report.NothingFailed, string.Join('\n', report.Checks));
        foreach (var check in new[] { "notice-hash", "seed", "quotas", "membership", "roster", "selection", "teams", "hashes", "public-selected" })
            Assert.Equal(CheckStatus.Passed, report[check].Status);
        var again = Draw.Run(
            Notice.Parse(package[Notice.FileName]),
            new DrawMaterials(
                DrawKey.ReadText(package[PackageFile.DrawKeyName]),
                RosterFile.Read(new MemoryStream(package[RosterFile.Name])),
                ExclusionList.Parse(package[ExclusionList.FileName]),
                InspectorList.Parse(package[InspectorList.FileName])),
            EntropyEvidence.Parse(package[EntropyEvidence.FileName]));
        Assert.Equal(again.RecordFile.ToArray(), package[DrawRecord.FileName]);
        Assert.Equal(again.TeamsFile.ToArray(), package[TeamRecord.FileName]);
    }

    [Fact]
    public async Task A_draw_that_is_revealed_twice_keeps_its_bytes_and_its_one_record()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = (string)(await fixture.CommitAsync())["id"]!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.Scheduler.PostJson($"/api/v1/draws/{id}/reveal")));
        var first = await fixture.Service<DrawFiles>().ResultAsync(id, DrawRecord.FileName, Cancellation);
        (await fixture.Scheduler.PostJson($"/api/v1/draws/{id}/reveal")).Expect(HttpStatusCode.OK);

        Assert.All(answers, answer => answer.Expect(HttpStatusCode.OK));
        Assert.Equal(first, await fixture.Service<DrawFiles>().ResultAsync(id, DrawRecord.FileName, Cancellation));
        var entry = await fixture.Service<ILedger>().FindAsync($"draw-{id}:record", Cancellation);
        Assert.Equal(Digest.Of(first), entry!.DocumentHash);
    }

    [Fact]
    public async Task Who_was_drawn_stands_in_the_history_of_visits()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();

        var visits = await fixture.Service<VisitHistory>().OfYearAsync(2026, Cancellation).ToListAsync(Cancellation);

        var drawn = (await fixture.SelectionsOf(id)).Where(item => !(bool)item["isReserve"]!).Select(item => (string)item["uscc"]!);
        Assert.Equal(drawn.Order(), visits.Select(visit => visit.Uscc.ToString()).Order());
        Assert.All(visits, visit => Assert.Equal(2, visit.Inspectors.Count));
    }

    [Fact]
    public async Task Selections_carry_names_and_come_in_pages()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var all = await fixture.SelectionsOf(id);

        var page = (await fixture.Scheduler.GetJson($"/api/v1/draws/{id}/selections?limit=3")).Expect(HttpStatusCode.OK).Json;
        var rest = (await fixture.Scheduler.GetJson($"/api/v1/draws/{id}/selections?limit=1000&cursor={(string)page["next"]!}")).Json;

        Assert.Equal(all.Select(item => (string?)item["uscc"]), page["items"]!.Concat(rest["items"]!).Select(item => (string?)item["uscc"]));
        Assert.All(all, item => Assert.StartsWith("企业", (string)item["name"]!, StringComparison.Ordinal));
        Assert.All(all, item => Assert.StartsWith("执法员", (string)item["teams"]![0]!["inspectors"]![0]!["name"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Certificates_are_made_once_the_draw_is_closed()
    {
        await using var fixture = await DrawFixture.StartAsync();
        var id = await fixture.DrawAsync();
        var uscc = (string)(await fixture.SelectionsOf(id))[0]["uscc"]!;
        var path = $"/api/v1/draws/{id}/certificates/{uscc}";

        (await fixture.Auditor.GetJson(path)).ExpectRefusal(HttpStatusCode.Conflict, "not-closed");
        (await fixture.Head.PostJson($"/api/v1/draws/{id}/close")).ExpectRefusal(HttpStatusCode.Conflict, "visits-not-over");
        await fixture.CloseAsync(id);

        var report = Verifier.Verify(new VerificationInput
        {
            Certificate = await fixture.Auditor.GetByteArrayAsync(path, Cancellation),
            PublicRecord = await fixture.App.Anonymous.GetByteArrayAsync($"/api/v1/public/draws/{id}", Cancellation),
        });
        Assert.Equal(CheckStatus.Passed, report["certificate"].Status);
    }
}
