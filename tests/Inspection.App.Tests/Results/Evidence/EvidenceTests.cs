using System.Net;
using System.Security.Cryptography;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Results;

public sealed class EvidenceTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. "机密照片"u8];
    private static readonly byte[] Other = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_is_kept_as_it_was_sent_under_its_hash_for_those_who_may_see_it()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var (uscc, member) = await DraftAsync(fixture);

        var added = (await SendAsync(member, fixture, uscc, Photo, @"C:\photos\现场 1.png")).Expect(HttpStatusCode.Created);

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Photo));
        Assert.Equal((sha256, "image/jpeg", "现场 1.png", Photo.Length), (
            (string?)added.Json["sha256"], (string?)added.Json["mediaType"], (string?)added.Json["fileName"], (int)added.Json["length"]!));
        Assert.Equal([$"evidence/{fixture.DrawId}/{uscc}/{sha256}.jpg"], await BlobsAsync(fixture));
        (await SendAsync(member, fixture, uscc, Photo, "again.jpg")).Expect(HttpStatusCode.Created);
        Assert.Equal(added.Json, Assert.Single((await fixture.Reviewer.GetJson(fixture.Address(uscc, "evidence"))).Expect(HttpStatusCode.OK).Json["items"]!));
        using var stranger = await fixture.StrangerTo(uscc);
        using var fire = await fixture.Draws.App.ClientAs(Role.Reviewer, "fire", DrawFixture.Fire);
        foreach (var who in new[] { member, fixture.Reviewer, fixture.Draws.Auditor })
        {
            using var file = await who.GetAsync(added.Location, Cancellation);
            Assert.Equal(Photo, await file.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal("image/jpeg", file.Content.Headers.ContentType?.MediaType);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("no-store", file.Headers.CacheControl?.ToString());
        }

        foreach (var who in new[] { stranger, fire })
        {
            (await who.GetJson(added.Location!)).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
            (await who.GetJson(fixture.Address(uscc, "evidence"))).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        }

        (await fixture.Draws.App.Anonymous.GetJson(added.Location!)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Evidence_that_is_taken_back_is_gone_with_the_submission_and_what_was_submitted_stays()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var (uscc, member) = await DraftAsync(fixture);
        var kept = (await SendAsync(member, fixture, uscc, Photo)).Expect(HttpStatusCode.Created).Location!;
        var wrong = (await SendAsync(member, fixture, uscc, Other)).Expect(HttpStatusCode.Created).Location!;

        (await member.DeleteJson(wrong)).Expect(HttpStatusCode.NoContent);
        (await member.DeleteJson(wrong)).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await member.GetJson(wrong)).Expect(HttpStatusCode.NotFound);
        (await member.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);
        Assert.EndsWith($"{kept[^64..]}.jpg", Assert.Single(await BlobsAsync(fixture)), StringComparison.Ordinal);
        (await SendAsync(member, fixture, uscc, Other)).ExpectRefusal(HttpStatusCode.Conflict, "submitted");
        (await member.DeleteJson(kept)).ExpectRefusal(HttpStatusCode.Conflict, "submitted");

        await fixture.Reviewer.PostJson(fixture.Address(uscc, "review"), new { approve = false, opinion = "换一张" });
        (await member.DeleteJson(kept)).Expect(HttpStatusCode.NoContent);
        (await SendAsync(member, fixture, uscc, Other)).Expect(HttpStatusCode.Created);
        (await member.PostJson(fixture.Address(uscc, "submit"))).Expect(HttpStatusCode.OK);

        Assert.Equal(2, (await BlobsAsync(fixture)).Count);
        using var old = await fixture.Reviewer.GetAsync(kept, Cancellation);
        Assert.Equal(Photo, await old.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Evidence_is_bounded_in_kind_size_and_number()
    {
        await using var fixture = await ResultFixture.StartAsync(settings: [("Results:EvidenceMegabytes", "1"), ("Results:EvidenceFiles", "1")]);
        var (uscc, member) = await DraftAsync(fixture);

        (await SendAsync(member, fixture, uscc, "<svg onload=alert(1)>"u8.ToArray())).ExpectRefusal(HttpStatusCode.BadRequest, "evidence-type");
        (await SendAsync(member, fixture, uscc, [])).ExpectRefusal(HttpStatusCode.BadRequest, "evidence-size");
        (await SendAsync(member, fixture, uscc, [.. Photo, .. new byte[1024 * 1024]])).ExpectRefusal(HttpStatusCode.BadRequest, "evidence-size");
        (await SendAsync(member, fixture, uscc, Photo)).Expect(HttpStatusCode.Created);
        (await SendAsync(member, fixture, uscc, Other)).ExpectRefusal(HttpStatusCode.Conflict, "evidence-files");
        Assert.Single(await BlobsAsync(fixture));
    }

    [Fact]
    public async Task Evidence_of_a_team_that_sends_at_once_is_all_there()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var (uscc, first) = await DraftAsync(fixture);
        using var second = await fixture.MemberOf(uscc, 1);

        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => SendAsync(n % 2 == 0 ? first : second, fixture, uscc, [.. Photo, (byte)n])));

        Assert.All(sent, answer => answer.Expect(HttpStatusCode.Created));
        Assert.Equal(10, (await fixture.ResultOf(uscc))!.Evidence.Count);
        Assert.Equal(10, (await BlobsAsync(fixture)).Count);
    }

    private static async Task<(string Uscc, HttpClient Member)> DraftAsync(ResultFixture fixture)
    {
        var uscc = await fixture.FirstVisitAsync();
        var member = await fixture.MemberOf(uscc);
        (await SendAsync(member, fixture, uscc, Photo)).ExpectRefusal(HttpStatusCode.NotFound, "not-found");
        (await member.PutJson(fixture.Address(uscc), ResultFixture.Result())).Expect(HttpStatusCode.Created);
        return (uscc, member);
    }

    private static async Task<Answer> SendAsync(HttpClient who, ResultFixture fixture, string uscc, byte[] bytes, string name = "photo.jpg")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        using var response = await who.PostAsync(fixture.Address(uscc, "evidence"), form, Cancellation);
        return await Answer.OfAsync(response);
    }

    private static async Task<IReadOnlyList<string>> BlobsAsync(ResultFixture fixture) =>
        await fixture.Service<IBlobStore>().ListAsync("evidence/", Cancellation).Select(blob => blob.Name).ToListAsync(Cancellation);
}
