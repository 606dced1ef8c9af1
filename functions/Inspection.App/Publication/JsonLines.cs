using System.Text;
using Newtonsoft.Json;

namespace Inspection.App.Publication;

/// <summary>Writes JSON Lines: UTF-8, a document per line, each line ended.</summary>
internal static class JsonLines
{
    /// <summary>Writes the documents as they come; the stream stays open.</summary>
    public static async Task WriteAsync(
        Stream stream, IAsyncEnumerable<object> documents, JsonSerializerSettings json, CancellationToken cancellation)
    {
        await using var writer = Writer(stream);
        await foreach (var document in documents.WithCancellation(cancellation))
            await writer.WriteLineAsync(JsonConvert.SerializeObject(document, Formatting.None, json));
    }

    /// <summary>Writes lines; the stream stays open.</summary>
    public static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
}
