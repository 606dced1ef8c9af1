using Inspection.App.Tests.Draws;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.OpenApi;

namespace Inspection.App.Tests.Results;

public sealed class ResultsDocumentTests
{
    [Fact]
    public async Task Real_answers_are_what_the_document_says()
    {
        await using var fixture = await ResultFixture.StartAsync();
        var schema = await ApiSchema.OfAsync(fixture.Draws.App);
        var uscc = await fixture.FirstVisitAsync();
        using var member = await fixture.MemberOf(uscc);
        using var anybody = fixture.Draws.App.Anonymous;
        var result = fixture.Address(uscc);

        await CheckAsync(member, HttpMethod.Get, "/api/v1/visits");
        await CheckAsync(member, HttpMethod.Get, $"/api/v1/visits/{fixture.DrawId}/{uscc}");
        await CheckAsync(member, HttpMethod.Get, result);
        await CheckAsync(member, HttpMethod.Put, result, ResultFixture.Result("Pending", "Rectify"));
        await CheckAsync(member, HttpMethod.Put, result, ResultFixture.Result("Pending", "Rectify"));
        await CheckAsync(member, HttpMethod.Put, result, new { method = "Sideways" });
        var evidence = await SendAsync(member, $"{result}/evidence");
        Assert.Empty(schema.Problems(HttpMethod.Post, $"{result}/evidence", evidence));
        await CheckAsync(member, HttpMethod.Get, $"{result}/evidence");
        await CheckAsync(member, HttpMethod.Delete, evidence.Location!);
        await CheckAsync(member, HttpMethod.Post, $"{result}/submit");
        await CheckAsync(fixture.Reviewer, HttpMethod.Get, "/api/v1/reviews");
        await CheckAsync(fixture.Reviewer, HttpMethod.Post, $"{result}/review", new { approve = true });
        await CheckAsync(fixture.Reviewer, HttpMethod.Get, "/api/v1/follow-ups");
        await CheckAsync(
            fixture.Reviewer, HttpMethod.Post, $"{result}/follow-up",
            new { itemCode = DrawFixture.ItemCode, on = "2026-11-11", code = "Corrected", disposal = "Rectify" });
        await CheckAsync(fixture.Reviewer, HttpMethod.Post, $"{result}/correct", new { reason = "笔误" });
        await CheckAsync(fixture.Reviewer, HttpMethod.Get, result);
        await CheckAsync(fixture.Draws.Head, HttpMethod.Get, $"/api/v1/draws/{fixture.DrawId}/results");

        var objection = new { resultId = $"{fixture.DrawId}-{uscc}", name = "某人", email = "a@example.com", text = "结果有误" };
        var receipt = (string)(await CheckAsync(anybody, HttpMethod.Post, "/api/v1/public/objections", objection)).Json["receipt"]!;
        await CheckAsync(anybody, HttpMethod.Get, $"/api/v1/public/objections/{receipt}");
        await CheckAsync(fixture.OtherReviewer, HttpMethod.Get, "/api/v1/objections");
        await CheckAsync(fixture.OtherReviewer, HttpMethod.Get, $"/api/v1/objections/{receipt}");
        await CheckAsync(fixture.OtherReviewer, HttpMethod.Post, $"/api/v1/objections/{receipt}", new { uphold = true, answer = "成立" });
        await CheckAsync(fixture.OtherReviewer, HttpMethod.Post, $"/api/v1/objections/{receipt}/review", new { approve = true });

        async Task<Answer> CheckAsync(HttpClient client, HttpMethod method, string path, object? body = null)
        {
            var answer = await client.SendJson(method, path, body);
            Assert.Empty(schema.Problems(method, path, answer));
            return answer;
        }
    }

    private static async Task<Answer> SendAsync(HttpClient who, string path)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "record.pdf" } };
        using var response = await who.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
