using System.Runtime.CompilerServices;

namespace Inspection.App.Storage;

/// <summary>Public blobs in a store of their own; see <see cref="PublicNaming"/>.</summary>
internal sealed class PublicApartBlobStore(IBlobStore inside, IBlobStore outside) : IBlobStore
{
    public Task<WriteResult> PutAsync(
        string name, Stream content, BlobCondition condition = default, CancellationToken cancellation = default) =>
        For(name).PutAsync(name, content, condition, cancellation);

    public Task<Blob?> GetAsync(string name, CancellationToken cancellation = default) => For(name).GetAsync(name, cancellation);

    public async IAsyncEnumerable<BlobInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (PublicNaming.IsBlob(prefix))
        {
            await foreach (var blob in outside.ListAsync(prefix, cancellation))
                yield return blob;
            yield break;
        }

        // In the order of the names, the public ones stand where their folder does.
        var isBehind = !PublicNaming.Folder.StartsWith(prefix, StringComparison.Ordinal);
        await foreach (var blob in inside.ListAsync(prefix, cancellation))
        {
            if (!isBehind && string.CompareOrdinal(blob.Name, PublicNaming.Folder) > 0)
            {
                isBehind = true;
                await foreach (var shown in outside.ListAsync(PublicNaming.Folder, cancellation))
                    yield return shown;
            }

            yield return blob;
        }

        if (isBehind)
            yield break;
        await foreach (var shown in outside.ListAsync(PublicNaming.Folder, cancellation))
            yield return shown;
    }

    public Task<WriteOutcome> DeleteAsync(string name, CancellationToken cancellation = default) =>
        For(name).DeleteAsync(name, cancellation);

    private IBlobStore For(string name) => PublicNaming.IsBlob(name) ? outside : inside;
}
