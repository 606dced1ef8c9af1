using Azure.Core;
using Azure.Core.Pipeline;

namespace Inspection.App.Tests.Storage;

/// <summary>What may happen to a request on its way.</summary>
public enum Fault
{
    /// <summary>The service answers 503 and does nothing.</summary>
    Busy,

    /// <summary>The connection breaks before the service has the request.</summary>
    Unsent,

    /// <summary>No answer comes in time; the service never had the request.</summary>
    TimedOut,

    /// <summary>The service does what it was asked, and the connection breaks before its answer is there.</summary>
    AnswerLost,

    /// <summary>The same, and the caller waits in vain.</summary>
    AnswerTimedOut,
}

/// <summary>
/// The SDK's transport with faults: the first try of a request suffers one of those that it may suffer, turn and turn about;
/// when the SDK sends it again, it goes through.
/// </summary>
/// <param name="faultsOf">The faults that a request may suffer; none where it goes through.</param>
internal sealed class FaultyTransport(Func<Request, IReadOnlyList<Fault>> faultsOf) : HttpPipelineTransport
{
    private readonly HttpPipelineTransport inner = HttpClientTransport.Shared;
    private int turn;

    /// <summary>How many faults there were.</summary>
    public int Suffered => turn;

    /// <summary>Whether the tries after the first suffer too.</summary>
    public bool EveryTry { get; init; }

    /// <summary>Puts the faults into a client, and lets it try again without waiting.</summary>
    public void Configure(ClientOptions options)
    {
        options.Transport = this;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
    }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("the stores are asynchronous");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        IReadOnlyList<Fault> faults = message.ProcessingContext.RetryNumber > 0 && !EveryTry ? [] : faultsOf(message.Request);
        if (faults.Count == 0)
        {
            await inner.ProcessAsync(message);
            return;
        }

        switch (faults[(Interlocked.Increment(ref turn) - 1) % faults.Count])
        {
            case Fault.Busy:
                message.Response = new StubResponse(503);
                break;
            case Fault.Unsent:
                throw new IOException("the connection was refused");
            case Fault.TimedOut:
                throw new OperationCanceledException("no answer in time");
            case Fault.AnswerLost:
                await SendAsync(message);
                throw new IOException("the connection was reset");
            default:
                await SendAsync(message);
                throw new OperationCanceledException("no answer in time");
        }
    }

    private async Task SendAsync(HttpMessage message)
    {
        await inner.ProcessAsync(message);
        message.Response.Dispose();
    }
}
