using System.Globalization;
using System.Text;
using System.Web;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;
using Inspection.App.Tests.Storage;

namespace Inspection.App.Tests.Scale;

/// <summary>A blob service on files of a folder: the SDK's transport, which holds no content in memory.</summary>
internal sealed class BlobStub(string folder) : HttpPipelineTransport
{
    private const string Day = "Mon, 02 Nov 2026 01:00:00 GMT";

    private int version;

    /// <summary>The largest body of one request.</summary>
    public long LargestBody { get; private set; }

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("the stores are asynchronous");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var uri = message.Request.Uri.ToUri();
        var query = HttpUtility.ParseQueryString(uri.Query);
        var file = Path.Combine(folder, Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/').Replace('/', '~'));
        message.Response = (message.Request.Method.Method, query["comp"], query["restype"]) switch
        {
            ("PUT", _, "container") => new StubResponse(201, null, Version()),
            ("PUT", "block", _) => await WriteAsync(message.Request, BlockOf(file, query["blockid"]!)),
            ("PUT", "blocklist", _) => await JoinAsync(message.Request, file),
            ("PUT", _, _) => await WriteAsync(message.Request, file),
            ("GET", "list", "container") => List(query["prefix"] ?? ""),
            ("GET", _, _) => Read(file),
            ("DELETE", _, _) => Delete(file),
            var asked => throw new InvalidOperationException($"nobody should ask for {asked} {uri}"),
        };
    }

    private static string BlockOf(string file, string id) => $"{file}.block-{Convert.ToHexString(Encoding.ASCII.GetBytes(id))}";

    private static StubResponse Missing() => new(404, null, ("x-ms-error-code", "BlobNotFound"));

    private static StubResponse Delete(string file)
    {
        if (!File.Exists(file))
            return Missing();
        File.Delete(file);
        return new StubResponse(202);
    }

    private async Task<StubResponse> WriteAsync(Request request, string file)
    {
        await using var written = File.Create(file);
        await request.Content!.WriteToAsync(written, CancellationToken.None);
        LargestBody = Math.Max(LargestBody, written.Length);
        return new StubResponse(201, null, Version());
    }

    private async Task<StubResponse> JoinAsync(Request request, string file)
    {
        using var list = new MemoryStream();
        await request.Content!.WriteToAsync(list, CancellationToken.None);
        list.Position = 0;
        await using var joined = File.Create(file);
        foreach (var id in XDocument.Load(list).Root!.Elements())
        {
            var block = BlockOf(file, id.Value);
            await using (var part = File.OpenRead(block))
                await part.CopyToAsync(joined);
            File.Delete(block);
        }

        return new StubResponse(201, null, Version());
    }

    private StubResponse Read(string file)
    {
        if (!File.Exists(file))
            return Missing();
        var content = File.OpenRead(file);
        return new StubResponse(
            200,
            content,
            Version(),
            ("Last-Modified", Day),
            ("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture)),
            ("x-ms-blob-type", "BlockBlob"));
    }

    private StubResponse List(string prefix)
    {
        var names = System.IO.Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file).Replace('~', '/'))
            .Select(path => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..])
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var blobs = names.Select(name => new XElement(
            "Blob",
            new XElement("Name", name),
            new XElement("Properties", new XElement("Etag", "0x1"), new XElement("Content-Length", 1), new XElement("BlobType", "BlockBlob"))));
        var list = new XElement("EnumerationResults", new XElement("Blobs", blobs), new XElement("NextMarker"));
        return StubResponse.Of(200, list.ToString(), ("Content-Type", "application/xml"));
    }

    private (string, string) Version() =>
        ("ETag", string.Create(CultureInfo.InvariantCulture, $"\"0x{Interlocked.Increment(ref version):x}\""));
}
