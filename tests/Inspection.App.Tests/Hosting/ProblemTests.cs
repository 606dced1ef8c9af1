using System.Net;
using System.Text;
using Inspection.App.Security;
using Microsoft.Extensions.Logging;

namespace Inspection.App.Tests.Hosting;

public sealed class ProblemTests
{
    private const string Body = "/api/v1/public/probe/body";

    [Theory]
    [InlineData("{", "")]
    [InlineData("[]", "")]
    [InlineData("", "")]
    [InlineData("""{"count":"many"}""", "count")]
    [InlineData("""{"count":1.5}""", "count")]
    [InlineData("""{"count":99999999999999999999}""", "count")]
    [InlineData("""{"day":"Someday"}""", "day")]
    [InlineData("""{"text":null}""", "text")]
    [InlineData("""{"inner":[{"day":[]}]}""", "inner[0].day")]
    [InlineData("""{"inner":[{"text":null}]}""", "inner[0].text")]
    [InlineData("""{"unknown":1}""", "unknown")]
    public async Task A_body_that_cannot_be_read_says_where_and_names_no_type_of_the_program(string body, string member)
    {
        await using var app = await TestApp.StartAsync(ProbeController.Options);

        var answer = await app.Anonymous.PostJson(Body, body);

        answer.ExpectRefusal(HttpStatusCode.BadRequest, "invalid-request");
        Assert.Contains(member, answer.Json["errors"]!.Children<Newtonsoft.Json.Linq.JProperty>().Select(error => error.Name));
        foreach (var word in new[] { "Inspection.", "System.", "Newtonsoft", "ProbeBody", "Exception" })
            Assert.DoesNotContain(word, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_caught_is_logged_under_the_id_that_the_answer_has_and_nothing_else_of_it()
    {
        using var log = new CollectedLog();
        await using var app = await TestApp.StartAsync(ProbeController.Options with
        {
            Environment = "Staging",
            Configure = builder =>
            {
                ProbeController.Options.Configure(builder);
                builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddProvider(log);
            },
        });

        var answer = (await app.Anonymous.GetJson("/api/v1/public/probe/broken/one-time-link"))
            .ExpectRefusal(HttpStatusCode.InternalServerError, "unexpected");

        Assert.DoesNotContain("password", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", answer.Text, StringComparison.Ordinal);
        Assert.Contains((string)answer.Json["requestId"]!, log.Text, StringComparison.Ordinal);
        Assert.Contains(ProbeController.Secret, log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("one-time-link", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_refused_status_has_problem_details_with_the_requests_id()
    {
        await using var app = await TestApp.StartAsync();
        using var auditor = await app.ClientAs(Role.Auditor);
        using var stranger = app.Anonymous;
        stranger.DefaultRequestHeaders.Add("Accept", "text/html");

        var answers = new[]
        {
            (await stranger.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed"),
            (await auditor.GetJson("/api/v1/users")).ExpectRefusal(HttpStatusCode.Forbidden, "role-needed"),
            (await stranger.GetJson("/api/v1/nothing")).ExpectRefusal(HttpStatusCode.NotFound, "not-found"),
            (await auditor.PostJson("/api/v1/me", "{}")).ExpectRefusal(HttpStatusCode.MethodNotAllowed, "method-not-allowed"),
            await MediaTypeAsync(app),
        };

        Assert.All(answers, answer => Assert.NotEmpty((string?)answer.Json["requestId"] ?? ""));
        Assert.Equal("GET", answers[3].Headers["Allow"]);
    }

    [Theory]
    [InlineData("/api/v1/audit?limit=0", "limit")]
    [InlineData("/api/v1/audit?limit=1001", "limit")]
    [InlineData("/api/v1/audit?limit=x", "limit")]
    [InlineData("/api/v1/audit?from=yesterday", "from")]
    public async Task A_parameter_that_cannot_be_read_is_named(string address, string parameter)
    {
        await using var app = await TestApp.StartAsync();
        using var auditor = await app.ClientAs(Role.Auditor);

        var answer = (await auditor.GetJson(address)).ExpectRefusal(HttpStatusCode.BadRequest, "invalid-request");

        Assert.NotNull(answer.Json["errors"]![parameter]);
    }

    private static async Task<Answer> MediaTypeAsync(TestApp app)
    {
        using var client = await app.ClientAs(Role.Administrator);
        using var content = new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(new Uri("/api/v1/users", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (await Answer.OfAsync(response)).ExpectRefusal(HttpStatusCode.UnsupportedMediaType, "media-type");
    }
}
