using System.Net;
using System.Text.RegularExpressions;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Pages.Console;

/// <summary>A browser without a screen: it keeps cookies, follows redirects, and sends the forms of the pages that it opened.</summary>
internal sealed partial class WebBrowser(TestApp app) : IDisposable
{
    private readonly HttpClient client = app.Anonymous;
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>Where it is, with the query.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>The page that it shows.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>The session of a user as its cookie; the user is made when first asked for.</summary>
    public static async Task<(string Name, string Value)> SessionAsync(TestApp app, string role, string? name = null, string department = "", string inspectorId = "")
    {
        using (await app.ClientAs(role, name, department, inspectorId))
        {
        }

        var user = (await app.Service<UserStore>().GetAsync(name ?? role))!;
        var cookie = app.Service<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Name);
        var ends = new AuthenticationProperties { IssuedUtc = app.Time.GetUtcNow(), ExpiresUtc = app.Time.GetUtcNow() + cookie.ExpireTimeSpan };
        var ticket = new AuthenticationTicket(UserIdentity.PrincipalOf(user, Session.Name), ends, Session.Name);
        return (cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }

    public static async Task<WebBrowser> AsAsync(TestApp app, string role, string? name = null, string department = "", string inspectorId = "")
    {
        var browser = new WebBrowser(app);
        var (cookie, value) = await SessionAsync(app, role, name, department, inspectorId);
        browser.cookies[cookie] = value;
        return browser;
    }

    public void Forget(string cookie) => cookies.Remove(cookie);

    public void Take(string cookie, string value) => cookies[cookie] = value;

    public Task<WebBrowser> OpenAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Fills the form of this page that is sent to the address, and sends it with everything that is hidden in it.</summary>
    /// <param name="action">A part of the form's address; empty for the one that is sent to the page itself.</param>
    /// <param name="fields">What is typed.</param>
    public Task<WebBrowser> SubmitAsync(string action, params (string Name, string Value)[] fields)
    {
        var (address, all) = Fill(action, fields);
        return SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(all));
    }

    /// <summary>The same of a form that takes a file.</summary>
    public async Task<WebBrowser> UploadAsync(string action, (string Field, string FileName, string Text) file, params (string Name, string Value)[] fields)
    {
        var (address, all) = Fill(action, fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in all)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(file.Text)), file.Field, file.FileName);
        return await SendAsync(HttpMethod.Post, address, content);
    }

    /// <summary>The form as <see cref="SubmitAsync"/> sends it.</summary>
    public (string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) Fill(string action, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Page).Select(match => (Action: Attribute(match.Groups["head"].Value, "action"), Body: match.Groups["body"].Value))
            .First(form => action.Length == 0 ? form.Action.Length == 0 : form.Action.Contains(action, StringComparison.Ordinal));
        var typed = fields.Select(field => field.Name).ToHashSet();
        var hidden = Inputs().Matches(form.Body).Select(match => match.Value)
            .Where(input => Attribute(input, "type") == "hidden" && !typed.Contains(Attribute(input, "name")))
            .Select(input => KeyValuePair.Create(Attribute(input, "name"), Attribute(input, "value")));
        // What is typed into a field twice stands there as it was typed last.
        var last = fields.GroupBy(field => field.Name).Select(same => KeyValuePair.Create(same.Key, same.Last().Value));
        return (form.Action.Length == 0 ? Address : form.Action, [.. hidden, .. last]);
    }

    public async Task<WebBrowser> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        for (var i = 0; i < 10; i++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            request.Headers.Add("Accept", "text/html");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            if (cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Keep(response);
            (Address, Status) = (path, response.StatusCode);
            Page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.Redirect)
                break;
            (method, path, content) = (HttpMethod.Get, response.Headers.Location!.OriginalString, null);
        }

        return this;
    }

    /// <summary>What stands in the field of this page.</summary>
    public string ValueOf(string field) => Inputs().Matches(Page).Select(match => match.Value)
        .Where(input => Attribute(input, "name") == field).Select(input => Attribute(input, "value")).First();

    public void Dispose() => client.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        foreach (var pair in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
                cookies.Remove(pair[0]);
            else
                cookies[pair[0]] = pair[1];
        }
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"").Groups["value"].Value);

    [GeneratedRegex("<form(?<head>[^>]*method=\"post\"[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();
}
