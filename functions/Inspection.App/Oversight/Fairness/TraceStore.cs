namespace Inspection.App.Oversight;

/// <summary>The traces of draws, blobs <c>oversight/traces/ID.json</c>. A trace follows from its draw and is never public.</summary>
internal sealed class TraceStore(JsonBlobs blobs)
{
    public Task<DrawTrace?> FindAsync(string drawId, CancellationToken cancellation) =>
        blobs.FindAsync<DrawTrace>(NameOf(drawId), cancellation);

    public Task PutAsync(DrawTrace trace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return blobs.PutAsync(NameOf(trace.DrawId), trace, cancellation);
    }

    private static string NameOf(string drawId) => $"oversight/traces/{drawId}.json";
}
