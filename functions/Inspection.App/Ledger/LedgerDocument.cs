using System.Globalization;
using Inspection.Drawing;
using Newtonsoft.Json;

namespace Inspection.App.Ledger;

/// <summary>An entry as it is stored, exported and shown: plain texts, which may have been tampered with.</summary>
/// <remarks>Read one with <see cref="TryRead"/>.</remarks>
public sealed record LedgerDocument
{
    private static readonly JsonSerializerSettings DataSettings = new() { DateParseHandling = DateParseHandling.None };

    public required long Number { get; init; }

    public required string Time { get; init; }

    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required string Subject { get; init; }

    public required string DocumentHash { get; init; }

    /// <summary>Null where what is stored is no object of strings.</summary>
    public required IReadOnlyDictionary<string, string>? Data { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    internal static LedgerDocument Of(LedgerEntry entry) => new()
    {
        Number = entry.Number,
        Time = entry.Time.ToString(LedgerEntry.TimeFormat, CultureInfo.InvariantCulture),
        Kind = entry.Kind.ToString(),
        Key = entry.Key,
        Subject = entry.Subject,
        DocumentHash = entry.DocumentHash?.ToString() ?? "",
        Data = entry.Data,
        Previous = entry.Previous?.ToString() ?? "",
        Hash = entry.Hash.ToString(),
    };

    /// <summary>Reads an object of strings; null where the text is none.</summary>
    internal static IReadOnlyDictionary<string, string>? ReadData(string json)
    {
        try
        {
            return JsonConvert.DeserializeObject<Dictionary<string, string>>(json, DataSettings);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the texts back; false, with the reason, where no entry is written so.</summary>
    internal bool TryRead(out LedgerEntry entry, out string problem)
    {
        entry = null!;
        problem = ProblemInForm() ?? "";
        if (problem.Length > 0)
            return false;
        entry = new LedgerEntry
        {
            Number = Number,
            Time = ParseTime()!.Value,
            Kind = Enum.Parse<LedgerKind>(Kind),
            Key = Key,
            Subject = Subject,
            DocumentHash = ParseDigest(DocumentHash),
            Data = new SortedDictionary<string, string>(Data!.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            Previous = ParseDigest(Previous),
            Hash = Digest.Parse(Hash),
        };
        return true;
    }

    private string? ProblemInForm()
    {
        if (Number < 1)
            return $"the number is {Number}; entries are numbered from 1";
        if (ParseTime() is null)
            return $"the time is '{Time}', not a second in UTC as 2026-11-01T01:00:00Z";
        if (!Enum.GetNames<LedgerKind>().Contains(Kind, StringComparer.Ordinal))
            return $"the kind is '{Kind}', not one of {string.Join(", ", Enum.GetNames<LedgerKind>())}";
        if (!Digest.TryParse(Hash, out _))
            return $"the hash is '{Hash}', not 64 lower-case hex digits";
        if (DocumentHash.Length > 0 && ParseDigest(DocumentHash) is null)
            return $"the document's hash is '{DocumentHash}', neither empty nor 64 lower-case hex digits";
        if (Previous.Length > 0 && ParseDigest(Previous) is null)
            return $"the previous hash is '{Previous}', neither empty nor 64 lower-case hex digits";
        return Data is null ? "the data is not an object of strings" : LedgerDraft.ProblemIn(Key, Subject, Data);
    }

    private DateTimeOffset? ParseTime() => DateTimeOffset.TryParseExact(
        Time, LedgerEntry.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static Digest? ParseDigest(string hex) => Digest.TryParse(hex, out var digest) ? digest : null;
}
