using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Browser;

/// <summary>
/// What is wrong with pages, though the reader may not see it: errors and warnings on the console, errors that no script
/// caught, parts that did not load, and requests to another host.
/// </summary>
internal sealed class Complaints
{
    // Chromium says so of every answer from 400 on; whether that is wrong is seen at the answer.
    private const string FailedLoad = "Failed to load resource";

    private readonly ConcurrentQueue<string> found = new();
    private readonly Uri host;

    public Complaints(IBrowserContext context, Uri host)
    {
        this.host = host;
        context.Console += (_, message) => Hear(message);
        context.WebError += (_, error) => found.Enqueue($"uncaught: {error.Error}");
        context.Request += (_, request) => See(request);
        context.Response += (_, response) => See(response);
    }

    public void AssertNone() => Assert.True(found.IsEmpty, string.Join('\n', found));

    private void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith(FailedLoad, StringComparison.Ordinal))
            found.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
    }

    private void See(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Authority != host.Authority)
            found.Enqueue($"off the host: {request.Method} {request.Url}");
    }

    // A page may be missing on purpose, a part of a page never is.
    private void See(IResponse response)
    {
        if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            found.Enqueue($"{response.Status}: {response.Request.Method} {response.Url}");
    }
}
