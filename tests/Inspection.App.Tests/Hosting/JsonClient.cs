using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Hosting;

/// <summary>Requests with JSON, and their answers ready to assert on.</summary>
internal static class JsonClient
{
    public static Task<Answer> GetJson(this HttpClient client, string path) => client.SendJson(HttpMethod.Get, path);

    public static Task<Answer> PostJson(this HttpClient client, string path, object? body = null) =>
        client.SendJson(HttpMethod.Post, path, body);

    public static Task<Answer> PutJson(this HttpClient client, string path, object body, string? ifMatch = null) =>
        client.SendJson(HttpMethod.Put, path, body, ifMatch);

    public static Task<Answer> DeleteJson(this HttpClient client, string path, string? ifMatch = null) =>
        client.SendJson(HttpMethod.Delete, path, ifMatch: ifMatch);

    /// <param name="client">Who asks.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, such as /api/v1/me.</param>
    /// <param name="body">A text is sent as it is, anything else as its JSON.</param>
    /// <param name="ifMatch">The ETag that is expected, if any.</param>
    public static async Task<Answer> SendJson(
        this HttpClient client, HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var text = body as string ?? JsonConvert.SerializeObject(body);
            request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        }

        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}

/// <summary>An answer that was read to its end.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body as text.</param>
/// <param name="MediaType">The body's media type, without parameters; empty where there is none.</param>
/// <param name="Headers">All headers, those of the content too.</param>
internal sealed record Answer(
    HttpStatusCode Status, string Text, string MediaType, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON, dates as the text that they are.</summary>
    public JToken Json
    {
        get
        {
            using var reader = new JsonTextReader(new StringReader(Text)) { DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader);
        }
    }

    /// <summary>The short name of the rule that refused, from problem details.</summary>
    public string? Rule => (string?)Json["title"];

    public string? ETag => Headers.GetValueOrDefault("ETag");

    public string? Location => Headers.GetValueOrDefault("Location");

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.MediaType ?? "",
            headers);
    }

    /// <summary>Asserts the status, with the body in the message where it is another.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {(int)status}, got {(int)Status}: {Text}");
        return this;
    }

    /// <summary>Asserts a refusal by this rule.</summary>
    public Answer ExpectRefusal(HttpStatusCode status, string rule)
    {
        Expect(status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(rule, Rule);
        return this;
    }
}
