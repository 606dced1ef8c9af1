using System.Net;
using Inspection.App.Tests.Hosting;

namespace Inspection.App.Tests.Security;

/// <summary>A browser with its cookies: it visits pages of the app and follows where it is led, also to the provider.</summary>
internal sealed class Browser : IDisposable
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly HttpClient app;
    private readonly HttpClient elsewhere = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <param name="app">A client of the app without redirects and cookies of its own.</param>
    public Browser(HttpClient app) => this.app = app;

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Has these cookies too, as if both were one browser behind a load balancer.</summary>
    public void Take(IReadOnlyDictionary<string, string> others)
    {
        foreach (var (name, value) in others)
            cookies[name] = value;
    }

    /// <summary>What the browser ends at, and every address on the way.</summary>
    public async Task<(Answer Answer, IReadOnlyList<Uri> Way)> VisitAsync(string path)
    {
        var way = new List<Uri> { new(app.BaseAddress!, path) };
        while (true)
        {
            var answer = await GetAsync(way[^1]);
            if (answer.Status != HttpStatusCode.Redirect || way.Count > 10)
                return (answer, way);
            way.Add(new Uri(way[^1], answer.Location!));
        }
    }

    /// <summary>One request, as the browser sends it.</summary>
    public async Task<Answer> GetAsync(Uri address)
    {
        var isOwn = address.Authority == app.BaseAddress!.Authority;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        if (isOwn && cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await (isOwn ? app : elsewhere).SendAsync(request, TestContext.Current.CancellationToken);
        if (isOwn && response.Headers.TryGetValues("Set-Cookie", out var set))
            Keep(set);
        return await Answer.OfAsync(response);
    }

    public void Dispose()
    {
        app.Dispose();
        elsewhere.Dispose();
    }

    private void Keep(IEnumerable<string> set)
    {
        foreach (var cookie in set)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
                cookies.Remove(pair[0]);
            else
                cookies[pair[0]] = pair[1];
        }
    }
}
