using Azure.Core;
using Azure.Core.Pipeline;

namespace Inspection.App.Storage.Azure;

/// <summary>
/// One call of the SDK, which sends its request again where no answer came or the service was busy. The first request may
/// have been carried out all the same; the second is then refused by what the first one did.
/// </summary>
internal sealed class Sending : IDisposable
{
    private const string Property = "inspection.sending";

    private readonly IDisposable scope;

    private Sending() =>
        scope = HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    /// <summary>Whether a request was sent again that may have been carried out before, so that a refusal may be its own doing.</summary>
    public bool IsInDoubt { get; private set; }

    public static Sending Begin() => new();

    public void Dispose() => scope.Dispose();

    /// <summary>Sees every request as it is sent, and its answer; a policy of each client's pipeline.</summary>
    public sealed class Watch : HttpPipelineSynchronousPolicy
    {
        private const string Unanswered = "inspection.unanswered";

        public override void OnSendingRequest(HttpMessage message)
        {
            ArgumentNullException.ThrowIfNull(message);
            if (message.TryGetProperty(Unanswered, out var before) && before is true
                && message.TryGetProperty(Property, out var sending))
            {
                ((Sending)sending!).IsInDoubt = true;
            }

            message.SetProperty(Unanswered, true);
        }

        // A busy service says so before it does anything; what else it says of its own troubles leaves it open.
        public override void OnReceivedResponse(HttpMessage message)
        {
            ArgumentNullException.ThrowIfNull(message);
            message.SetProperty(Unanswered, message.Response.Status is 408 or (>= 500 and not 503));
        }
    }
}
