using Inspection.App.Results;
using Inspection.App.Storage;

namespace Inspection.App.Oversight;

/// <summary>The photos and documents of leads, blobs <c>leads/ID/SHA256.EXTENSION</c>. They are never public.</summary>
internal sealed class LeadFiles(IBlobStore blobs)
{
    /// <summary>Keeps the bytes; those that are there already are the same.</summary>
    public async Task PutAsync(Lead lead, Evidence file, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        await blobs.PutAsync(NameOf(lead, file), content, BlobCondition.Create, cancellation);
    }

    /// <summary>The bytes, which the caller disposes.</summary>
    /// <exception cref="InvalidOperationException">They are gone.</exception>
    public async Task<Blob> OpenAsync(Lead lead, Evidence file, CancellationToken cancellation) =>
        await blobs.GetAsync(NameOf(lead, file), cancellation)
        ?? throw new InvalidOperationException($"blob {NameOf(lead, file)} is gone; restore the store from a copy");

    private static string NameOf(Lead lead, Evidence file) => $"leads/{lead.Id}/{file.Sha256}.{EvidenceKind.Of(file.MediaType).Extension}";
}
