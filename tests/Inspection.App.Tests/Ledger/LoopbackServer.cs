using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Inspection.App.Tests.Ledger;

/// <summary>Somebody else's server, on a free port of this machine.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>The bodies that were posted, in order.</summary>
    public List<byte[]> Requests { get; } = [];

    /// <param name="answer">Answers a posted body; null never answers.</param>
    public static async Task<LoopbackServer> StartAsync(Func<byte[], (int Status, byte[] Body)?> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server.app.Run(context => server.AnswerAsync(context, answer));
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>An address at which nobody listens.</summary>
    public static async Task<Uri> DeadAddressAsync()
    {
        await using var server = await StartAsync(_ => (200, []));
        return server.Address;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<byte[], (int Status, byte[] Body)?> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        lock (Requests)
            Requests.Add(body.ToArray());
        if (answer(body.ToArray()) is not { } reply)
        {
            await context.RequestAborted.WaitAsync();
            return;
        }

        context.Response.StatusCode = reply.Status;
        await context.Response.Body.WriteAsync(reply.Body);
    }
}

internal static class CancellationTokens
{
    /// <summary>Waits until the token is cancelled.</summary>
    public static Task WaitAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource();
        token.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
