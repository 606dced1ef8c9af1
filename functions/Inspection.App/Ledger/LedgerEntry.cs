using System.Globalization;
using Inspection.Drawing;

namespace Inspection.App.Ledger;

/// <summary>
/// One entry of the public ledger (公开台账). Each holds the hash of the one before, so that nobody can change, take out
/// or reorder entries without changing every hash that follows:
/// <code>
/// hash = hex SHA256(canonical JSON of data, documentHash, key, kind, number, previous, subject, time)
/// </code>
/// Canonical JSON is that of the draw protocol: keys ascending, no white space. <c>number</c> is an integer from 1 without
/// gaps, <c>previous</c> the hash of the entry before (<c>""</c> for the first), <c>documentHash</c> that of the document
/// which is announced (<c>""</c> where there is none), <c>time</c> the second in UTC as <c>YYYY-MM-DDThh:mm:ssZ</c>, never
/// before the time of the entry before, <c>data</c> an object of strings. Anybody can recompute it:
/// <code>
/// curl -s https://…/api/v1/public/ledger/1 | jq -cSj 'del(.hash)' | sha256sum
/// </code>
/// </summary>
public sealed record LedgerEntry
{
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public required long Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required LedgerKind Kind { get; init; }

    public required string Key { get; init; }

    public required string Subject { get; init; }

    public Digest? DocumentHash { get; init; }

    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>The hash of the entry before; none for the first.</summary>
    public Digest? Previous { get; init; }

    /// <summary>The hash as it is stored; <see cref="ComputeHash"/> says what it must be.</summary>
    public Digest Hash { get; init; }

    /// <summary>The entry's place, by which somebody else can later tell that the ledger is still the same.</summary>
    public LedgerHead Head => new(Number, Hash);

    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    internal static LedgerEntry Next(LedgerEntry? head, LedgerDraft draft, DateTimeOffset now)
    {
        // Clocks of several processes differ; the ledger's time only runs forward.
        var time = head is not null && head.Time > now ? head.Time : now;
        var entry = new LedgerEntry
        {
            Number = (head?.Number ?? 0) + 1,
            Time = DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds()),
            Kind = draft.Kind,
            Key = draft.Key,
            Subject = draft.Subject,
            DocumentHash = draft.DocumentHash,
            Data = draft.Data,
            Previous = head?.Hash,
        };
        return entry with { Hash = entry.ComputeHash() };
    }

    /// <summary>Whether this entry announces just what the draft does.</summary>
    internal bool Says(LedgerDraft draft) => Key == draft.Key && Kind == draft.Kind && Subject == draft.Subject
        && DocumentHash == draft.DocumentHash && Data.SequenceEqual(draft.Data);

    /// <summary>The hash by the formula above.</summary>
    internal Digest ComputeHash() => Digest.Of(ToCanonical(withHash: false));

    /// <summary>The entry in canonical JSON, its <c>hash</c> among the other keys: a line of an exported ledger.</summary>
    internal byte[] ToLine() => ToCanonical(withHash: true);

    private byte[] ToCanonical(bool withHash)
    {
        var json = new CanonicalWriter().BeginObject().Key("data").BeginObject();
        foreach (var (name, value) in Data)
            json.Key(name).String(value);
        json.EndObject().Key("documentHash").String(DocumentHash?.ToString() ?? "");
        if (withHash)
            json.Key("hash").Digest(Hash);
        return json
            .Key("key").String(Key)
            .Key("kind").String(Kind.ToString())
            .Key("number").Integer(Number)
            .Key("previous").String(Previous?.ToString() ?? "")
            .Key("subject").String(Subject)
            .Key("time").String(Time.ToString(TimeFormat, CultureInfo.InvariantCulture))
            .EndObject()
            .ToArray();
    }
}
