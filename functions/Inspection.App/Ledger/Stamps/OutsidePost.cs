using System.Net.Http.Headers;

namespace Inspection.App.Ledger.Stamps;

/// <summary>Posts to addresses that others keep: slow, dead and wrong answers are expected, and end as words.</summary>
internal sealed class OutsidePost(IHttpClientFactory clients)
{
    /// <summary>The client's name.</summary>
    public const string Client = "ledger";

    public async Task<OutsideAnswer> SendAsync(Uri address, string mediaType, byte[] body, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(Client);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        try
        {
            using var response = await http.PostAsync(address, content, cancellation);
            return new OutsideAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation), null);
        }
        catch (HttpRequestException unreachable)
        {
            return new OutsideAnswer(0, [], unreachable.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new OutsideAnswer(0, [], $"no answer within {http.Timeout.TotalSeconds} s");
        }
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status; 0 where there was no whole answer.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="Problem">Why there was none; null where there was one.</param>
internal sealed record OutsideAnswer(int Status, byte[] Body, string? Problem)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
