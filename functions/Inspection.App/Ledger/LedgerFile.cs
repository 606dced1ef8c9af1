using System.Text;
using Inspection.Drawing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Ledger;

/// <summary>
/// An exported ledger: one entry a line, from entry 1, in canonical JSON. The public pages give the same lines:
/// <code>
/// curl -s "https://…/api/v1/public/ledger?order=OldestFirst&amp;limit=1000" | jq -cS '.items[]'
/// </code>
/// </summary>
internal static class LedgerFile
{
    private const int MaxShown = 300;

    /// <summary>Writes the entries, each with its line feed.</summary>
    /// <exception cref="LedgerDamagedException">What is stored is not a ledger; nothing that looks like one is written.</exception>
    public static long Write(Stream stream, IEnumerable<StoredDocument> documents)
    {
        var chain = new LedgerChain(null, new Dictionary<long, Digest>());
        foreach (var (number, document) in documents)
        {
            if (chain.Check(number, document) is { } fault)
                throw new LedgerDamagedException(fault.Number, $"{fault.What} is {fault.Got}, wanted {fault.Wanted}");
            stream.Write(chain.Last!.ToLine());
            stream.WriteByte((byte)'\n');
        }

        return chain.Last?.Number ?? 0;
    }

    /// <summary>Checks a file's chain and that it still holds the head that somebody kept.</summary>
    /// <returns>The fault, if any, and the last entry that holds.</returns>
    public static (LedgerFault? Fault, LedgerEntry? Last) Verify(string path, LedgerHead? kept)
    {
        var known = new Dictionary<long, Digest>();
        if (kept is { } head)
            known[head.Number] = head.Hash;
        var chain = new LedgerChain(null, known);
        var number = 0L;
        foreach (var line in Lines(path))
        {
            number++;
            var fault = Read(Encoding.UTF8.GetString(line)) is { } document
                ? chain.Check(number, document) ?? CheckForm(line, chain.Last!)
                : new LedgerFault(number, "form", Show(line), "an entry in canonical JSON");
            if (fault is not null)
                return (fault, chain.Last);
        }

        return (chain.CheckEnd(), chain.Last);
    }

    // Latin-1 keeps every byte as it is, so that no decoder mends what somebody changed.
    private static IEnumerable<byte[]> Lines(string path)
    {
        using var reader = new StreamReader(path, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        while (reader.ReadLine() is { } line)
            yield return Encoding.Latin1.GetBytes(line);
    }

    private static LedgerDocument? Read(string line)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
            return Read(JObject.Load(reader));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the members that an entry has; those that are not there or not of their kind are empty.</summary>
    internal static LedgerDocument Read(JObject json) => new()
    {
        Number = json["number"] is JValue { Type: JTokenType.Integer, Value: long number } ? number : 0,
        Time = Text(json, "time"),
        Kind = Text(json, "kind"),
        Key = Text(json, "key"),
        Subject = Text(json, "subject"),
        DocumentHash = Text(json, "documentHash"),
        Data = json["data"] is JObject data ? LedgerDocument.ReadData(data.ToString(Formatting.None)) : null,
        Previous = Text(json, "previous"),
        Hash = Text(json, "hash"),
    };

    // Whatever the lenient reader let through, as a second key of one name or a member too many, is no canonical line.
    private static LedgerFault? CheckForm(byte[] line, LedgerEntry entry)
    {
        var wanted = entry.ToLine();
        return line.AsSpan().SequenceEqual(wanted) ? null : new LedgerFault(entry.Number, "form", Show(line), Show(wanted));
    }

    private static string Text(JObject json, string name) => json[name] is JValue { Type: JTokenType.String, Value: string text } ? text : "";

    private static string Show(byte[] line)
    {
        var text = Encoding.UTF8.GetString(line);
        return text.Length <= MaxShown ? text : text[..MaxShown] + "…";
    }
}
