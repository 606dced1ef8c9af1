using System.Text;
using Inspection.App.Storage;

namespace Inspection.App.Oversight;

/// <summary>Documents that are made anew as a whole, each a blob.</summary>
internal sealed class JsonBlobs(IBlobStore blobs)
{
    public async Task<T?> FindAsync<T>(string name, CancellationToken cancellation)
        where T : class
    {
        using var blob = await blobs.GetAsync(name, cancellation);
        if (blob is null)
            return null;
        using var text = new StreamReader(blob.Content, Encoding.UTF8);
        return StoredJson.Read<T>(await text.ReadToEndAsync(cancellation));
    }

    public async Task PutAsync<T>(string name, T document, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(StoredJson.Write(document)), writable: false);
        await blobs.PutAsync(name, content, cancellation: cancellation);
    }
}
