using System.Text;
using System.Text.Json;

namespace Inspection.Drawing.Tests.Vectors;

/// <summary>The shared test vectors in <c>tests/vectors</c>, which every implementation of the protocol replays.</summary>
internal static class VectorFile
{
    public static JsonElement Open(string name) => JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "vectors", name))).RootElement;

    public static TheoryData<string> Draws()
    {
        var data = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "vectors"), "draw-*.json").Order())
            data.Add(Path.GetFileName(path));
        return data;
    }

    public static string Text(this JsonElement element, string key) => element.GetProperty(key).GetString()!;

    public static byte[] Utf8(this JsonElement element, string key) => Encoding.UTF8.GetBytes(element.Text(key));

    /// <summary>
    /// The canonical form of a vector's value, by a way that owes nothing to the library: keys sorted, no white space,
    /// only quotation marks and backslashes escaped.
    /// </summary>
    public static string Canonical(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => Quote(p.Name) + ":" + p.Value.Canonical())) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Canonical)) + "]",
        JsonValueKind.String => Quote(element.GetString()!),
        _ => element.GetRawText(),
    };

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
