using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Inspection.App.Tests.Draws.Beacon;

/// <summary>A relay on a free port of this machine that says what a test wants.</summary>
internal sealed class FakeRelay : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeRelay(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
        {
            Asked.Add(context.Request.Path);
            return answer(context);
        });
    }

    /// <summary>The paths that were asked for.</summary>
    public System.Collections.Concurrent.ConcurrentBag<string> Asked { get; } = [];

    public string Address => app.Urls.First();

    public static async Task<FakeRelay> StartAsync(RequestDelegate answer)
    {
        var relay = new FakeRelay(answer);
        await relay.app.StartAsync(TestContext.Current.CancellationToken);
        return relay;
    }

    public static Task<FakeRelay> SayingAsync(string body, int status = StatusCodes.Status200OK) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    });

    /// <summary>A relay that never answers.</summary>
    public static Task<FakeRelay> SilentAsync() =>
        StartAsync(static context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    /// <summary>Stops listening; the address stays, and nobody is there.</summary>
    public Task DieAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
