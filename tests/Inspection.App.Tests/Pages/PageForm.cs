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
        var token = ("__RequestVerificationToken", Token().Match(Text).Groups["token"].Value);
        request.Content = new FormUrlEncodedContent(fields.Append(token).Select(static field => KeyValuePair.Create(field.Item1, field.Item2)));
        request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation), answer.Headers.Location?.ToString() ?? "");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
