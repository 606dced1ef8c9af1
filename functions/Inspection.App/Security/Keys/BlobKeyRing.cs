using System.Globalization;
using System.Xml.Linq;
using Inspection.App.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Inspection.App.Security;

/// <summary>
/// The key ring of data protection as blobs, one for each element, so that every process on the store reads the same
/// cookies and draw keys. Nothing is ever removed: an old key still opens what it closed.
/// </summary>
/// <remarks>The interface is older than asynchronous calls. It is asked at start and once a day; blocking is harmless there.</remarks>
internal sealed class BlobKeyRing(IBlobStore blobs) : IXmlRepository
{
    private const string Folder = "key-ring/";

    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
    {
        using var content = new MemoryStream();
        element.Save(content);
        content.Position = 0;
        // The friendly name is a hint; a random one keeps two processes from meeting.
        var name = string.Create(CultureInfo.InvariantCulture, $"{Folder}{Guid.NewGuid():n}.xml");
        var written = blobs.PutAsync(name, content, BlobCondition.Create).GetAwaiter().GetResult();
        if (!written.Done)
            throw new InvalidOperationException($"blob {name} is taken");
    }

    private async Task<List<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        await foreach (var info in blobs.ListAsync(Folder))
        {
            using var blob = await blobs.GetAsync(info.Name)
                ?? throw new InvalidOperationException($"blob {info.Name} of the key ring is gone");
            elements.Add(await XElement.LoadAsync(blob.Content, LoadOptions.None, CancellationToken.None));
        }

        return elements;
    }
}
