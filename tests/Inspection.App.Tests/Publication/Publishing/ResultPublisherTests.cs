using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Inspection.App.Directory;
using Inspection.App.Ledger;
using Inspection.App.Publication;
using Inspection.App.Results;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Results;
using Inspection.Drawing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Publication;

public sealed class ResultPublisherTests
{
    private const string Results = "/api/v1/public/results";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_people_recorded_and_reviewed_everybody_finds_by_code_and_by_name()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify"));
        var anybody = fixture.Draws.App.Anonymous;

        var found = (await anybody.GetJson($"{Results}?q={uscc}")).Expect(HttpStatusCode.OK);
        var result = Assert.Single(found.Json["items"]!);

        Assert.Equal(
            ("第四季度抽查", DrawFixture.Market, "测试区市场监管局", "测试区", "Untargeted", 1),
            ((string?)result["taskTitle"], (string?)result["departments"]![0], (string?)result["authority"], (string?)result["district"],
                (string?)result["checkType"], (int)result["revision"]!));
        Assert.Equal(
            [("T-001", "登记事项检查", true, "Pending", "Rectify"), ("T-002", "公示信息检查", false, null, "None")],
            result["items"]!.Select(item => ((string?)item["itemCode"], (string?)item["itemName"], (bool)item["checked"]!, (string?)item["code"], (string?)item["disposal"])));
        Assert.DoesNotContain("机密", found.Text, StringComparison.Ordinal);
        var byName = (await anybody.GetJson($"{Results}?q={(string)result["name"]!}")).Expect(HttpStatusCode.OK).Json["items"]!;
        Assert.Contains(byName, item => (string?)item["id"] == (string?)result["id"]);
        Assert.Equal((string?)result["publishedAt"], (string?)(await fixture.Reviewer.GetJson(fixture.Address(uscc))).Json["publishedAt"]);
    }

    [Fact]
    public async Task The_ledger_announces_each_revision_with_a_hash_that_everybody_can_compute()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var id = await CorrectedAsync(fixture);

        var result = (await fixture.Draws.App.Anonymous.GetJson($"{Results}/{id}")).Expect(HttpStatusCode.OK).Json;

        foreach (var (revision, kind) in result["revisions"]!.Zip([LedgerKind.Publication, LedgerKind.Correction]))
        {
            var entry = (await fixture.Service<ILedger>().FindAsync(AnnouncedRevision.KeyOf(id, (int)revision["number"]!), Cancellation))!;
            Assert.Equal((kind, id.ToString(), (DateTimeOffset)revision["publishedAt"]!), (entry.Kind, entry.Subject, entry.Time));
            Assert.Equal(HashOf(id, revision), entry.DocumentHash.ToString());
        }
    }

    [Fact]
    public async Task A_correction_shows_both_revisions_and_stands_in_the_public_record_of_corrections()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var id = await CorrectedAsync(fixture);

        var result = (await fixture.Draws.App.Anonymous.GetJson($"{Results}/{id}")).Expect(HttpStatusCode.OK).Json;
        var list = (await fixture.Draws.App.Anonymous.GetJson("/api/v1/public/corrections")).Expect(HttpStatusCode.OK);
        var correction = Assert.Single(list.Json["items"]!);

        Assert.Equal((2, "Corrected"), ((int)result["revision"]!, (string?)result["items"]![0]!["code"]));
        Assert.Equal([("", "NoProblem"), ("结果代码录入有误", "Corrected")],
            result["revisions"]!.Select(one => ((string?)one["reason"], (string?)one["items"]![0]!["code"])));
        Assert.Equal(
            (id.ToString(), "NoProblem", "Corrected", "结果代码录入有误"),
            ((string?)correction["resultId"], (string?)correction["before"]!["items"]![0]!["code"], (string?)correction["after"]!["items"]![0]!["code"],
                (string?)correction["after"]!["reason"]));
        Assert.DoesNotContain("机密", list.Text, StringComparison.Ordinal);
        await PublicSides.AssertWholeAsync(fixture.Draws, id, 2, "corrected");
    }

    [Fact]
    public async Task A_follow_up_and_an_objection_change_what_the_public_sees_at_once()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var id = new ResultId(fixture.DrawId, await fixture.PublishedAsync(ResultFixture.Result("Pending", "Rectify")));
        fixture.Draws.App.Time.Advance(TimeSpan.FromDays(1));
        (await fixture.OtherReviewer.PostJson(
            fixture.Address(id.Uscc, "follow-up"), new { itemCode = DrawFixture.ItemCode, on = "2026-11-11", code = "Corrected", disposal = "Rectify", note = "机密经过" }))
            .Expect(HttpStatusCode.OK);
        var followed = (await fixture.Draws.App.Anonymous.GetJson($"{Results}/{id}")).Expect(HttpStatusCode.OK);
        var objection = new { resultId = id.ToString(), name = "机密姓名", phone = "13800000000", text = "机密异议" };
        var receipt = (string)(await fixture.Draws.App.Anonymous.PostJson("/api/v1/public/objections", objection)).Expect(HttpStatusCode.Created).Json["receipt"]!;
        var objected = (await fixture.Draws.App.Anonymous.GetJson($"{Results}/{id}")).Expect(HttpStatusCode.OK);

        Assert.Equal(("Corrected", "Pending"), ((string?)followed.Json["items"]![0]!["code"], (string?)followed.Json["revisions"]![0]!["items"]![0]!["code"]));
        var entry = (await fixture.Service<ILedger>().FindAsync($"result-{id}:follow-up-1", Cancellation))!;
        Assert.Equal((LedgerKind.FollowUp, "Corrected", (DateTimeOffset)followed.Json["followUps"]![0]!["publishedAt"]!), (entry.Kind, entry.Data["code"], entry.Time));
        Assert.Equal(("2026-11-11", true), ((string?)followed.Json["followUps"]![0]!["on"], (bool)followed.Json["followUps"]![0]!["isClosed"]!));
        Assert.NotEqual(followed.ETag, objected.ETag);
        Assert.Equal((receipt, "Received"), ((string?)objected.Json["objections"]![0]!["receipt"], (string?)objected.Json["objections"]![0]!["state"]));
        Assert.DoesNotContain("机密", followed.Text + objected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_publish_at_once_publish_once()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var id = new ResultId(fixture.DrawId, await fixture.FirstVisitAsync());
        foreach (var revision in new[] { 1, 2 })
        {
            await fixture.ApproveAsync(id);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
                () => fixture.Service<IResultPublisher>().PublishAsync(id.DrawId, id.Uscc, Cancellation), Cancellation)));

            await PublicSides.AssertWholeAsync(fixture.Draws, id, revision, "at once");
            Assert.Equal(revision, (await fixture.Service<PublicResultStore>().FindAsync(id.ToString(), Cancellation))!.Sequence);
        }

        await PublicSides.AssertLedgerAsync(fixture.Draws, 2);
    }

    [Fact]
    public async Task A_directory_that_changes_later_changes_nothing_that_is_public()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var uscc = await fixture.PublishedAsync();
        var id = new ResultId(fixture.DrawId, uscc);
        var before = (await fixture.Service<PublicResultStore>().FindAsync(id.ToString(), Cancellation))!.Result;
        var enterprise = (await fixture.Service<EnterpriseStore>().GetAsync(UnifiedSocialCreditCode.Parse(uscc), Cancellation))!;
        var tables = fixture.Service<ITableStore>();
        await tables.UpsertAsync(EnterpriseStore.Table, EnterpriseEntity.Of(enterprise with { Name = "改名有限公司" }), Cancellation);
        var item = new CheckItem { Code = DrawFixture.ItemCode, Name = "改名事项", Published = true, ETag = ETag.All };
        await tables.UpsertAsync(CheckItemStore.Table, CheckItemEntity.Of(item), Cancellation);

        await fixture.ApproveAsync(id, "Corrected", "Rectify");
        await fixture.Service<PublishDue>().RunAsync(Cancellation);

        var after = (await fixture.Service<PublicResultStore>().FindAsync(id.ToString(), Cancellation))!.Result;
        Assert.Equal(before.Name, after.Name);
        Assert.Equal(["登记事项检查", "改名事项"], after.Revisions.Select(revision => revision.Items[0].ItemName));
    }

    private static async Task<ResultId> CorrectedAsync(ResultFixture fixture)
    {
        var uscc = await fixture.PublishedAsync();
        fixture.Draws.App.Time.Advance(TimeSpan.FromDays(2));
        await fixture.Reviewer.PostJson(fixture.Address(uscc, "correct"), new { reason = "结果代码录入有误" });
        (await fixture.Reviewer.PutJson(fixture.Address(uscc), ResultFixture.Result("Corrected", "Rectify"))).Expect(HttpStatusCode.OK);
        (await fixture.Reviewer.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        (await fixture.OtherReviewer.PostJson(fixture.Address(uscc, "review"), new { approve = true })).Expect(HttpStatusCode.OK);
        return new ResultId(fixture.DrawId, uscc);
    }

    // The formula of the announcement once more, from what everybody can read.
    private static string HashOf(ResultId id, JToken revision)
    {
        var document = new JObject
        {
            ["id"] = id.ToString(),
            ["inspectedOn"] = revision["inspectedOn"],
            ["items"] = new JArray(revision["items"]!.Select(item => new JObject
            {
                ["checked"] = item["checked"],
                ["code"] = (string?)item["code"] ?? "",
                ["disposal"] = item["disposal"],
                ["itemCode"] = item["itemCode"],
            })),
            ["method"] = revision["method"],
            ["reason"] = revision["reason"],
            ["revision"] = revision["number"],
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.ToString(Formatting.None))));
    }
}
