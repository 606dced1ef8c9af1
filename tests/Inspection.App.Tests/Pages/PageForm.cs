using System.Net;
using System.Text.RegularExpressions;

namespace Inspection.App.Tests.Pages;

/// <summary>A page with a form that somebody has open, to be sent once or several times.</summary>
internal sealed partial class PageForm
{
    private readonly HttpClient client;
    private readonly string path;
    private readonly string cookies;

    private PageForm(HttpClient client, string path, string text, string cookies) =>
        (this.client, this.path, Text, this.cookies) = (client, path, text, cookies);

    /// <summary>The page.</summary>
    public string Text { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PageForm> OpenAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {text}");
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(static cookie => cookie.Split(';')[0]) : [];
        return new PageForm(client, path, text, string.Join("; ", cookies));
    }

    /// <summary>Sends the fields to the page, as its button does.</summary>
    public async Task<(HttpStatusCode Status, string Text, string Location)> SendAsync(params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.Concat(HiddenFields()).Select(static field => KeyValuePair.Create(field.Item1, field.Item2)));
        request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation), answer.Headers.Location?.ToString() ?? "");
    }

    private IEnumerable<(string, string)> HiddenFields() => Hidden().Matches(Text).Select(static field =>
        (Name().Match(field.Value).Groups["name"].Value, WebUtility.HtmlDecode(Value().Match(field.Value).Groups["value"].Value)));

    [GeneratedRegex("<input [^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"(?<name>[^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Value();
}
