using Inspection.App.Storage;

namespace Inspection.App.Results;

/// <summary>
/// The bytes of evidence as blobs <c>evidence/DRAW/USCC/SHA256.EXTENSION</c>, kept as they were sent: a photo's own data, the
/// place where it was taken among them, is part of what it proves and of its hash. Nothing of it ever becomes public.
/// </summary>
internal sealed class EvidenceFiles(IBlobStore blobs)
{
    /// <summary>Keeps the bytes; those that are there already are the same.</summary>
    public async Task PutAsync(ResultId id, Evidence evidence, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        await blobs.PutAsync(NameOf(id, evidence), content, BlobCondition.Create, cancellation);
    }

    /// <summary>The bytes, which the caller disposes.</summary>
    /// <exception cref="InvalidOperationException">They are gone.</exception>
    public async Task<Blob> OpenAsync(ResultId id, Evidence evidence, CancellationToken cancellation) =>
        await blobs.GetAsync(NameOf(id, evidence), cancellation)
        ?? throw new InvalidOperationException($"blob {NameOf(id, evidence)} is gone; restore the store from a copy");

    /// <summary>The names of all files of a result, also of those that it speaks of no longer.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(ResultId id, CancellationToken cancellation) =>
        await blobs.ListAsync(FolderOf(id), cancellation).Select(static blob => blob.Name).ToListAsync(cancellation);

    /// <summary>Deletes the files of these names but for what is kept.</summary>
    public async Task SweepAsync(ResultId id, IEnumerable<string> names, IEnumerable<Evidence> kept, CancellationToken cancellation)
    {
        foreach (var name in names.Except(kept.Select(evidence => NameOf(id, evidence))))
            await blobs.DeleteAsync(name, cancellation);
    }

    private static string FolderOf(ResultId id) => $"evidence/{id.DrawId}/{id.Uscc}/";

    private static string NameOf(ResultId id, Evidence evidence) =>
        $"{FolderOf(id)}{evidence.Sha256}.{EvidenceKind.Of(evidence.MediaType).Extension}";
}
