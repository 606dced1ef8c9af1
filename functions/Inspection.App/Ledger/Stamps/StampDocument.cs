using System.Globalization;
using System.Text;
using Inspection.Drawing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Ledger.Stamps;

/// <summary>
/// What shows without the service that a notice was there at a time: the entries of the ledger from the one that announces
/// the notice to a later one, each with the hash of the one before, and the token by which an authority stamped the last.
/// <code>
/// {"chain":[{"number":12,"kind":"Notice","documentHash":"…",…},…],"ceremonyOpened":"2026-11-02T03:00:00+00:00" or null,"token":"DER in base64"}
/// </code>
/// </summary>
public sealed record StampDocument
{
    /// <summary>From the notice's entry to the stamped one.</summary>
    public required IReadOnlyList<LedgerDocument> Chain { get; init; }

    /// <summary>When the last witness had contributed, by the service's word, which every witness can compare; null where there is no ceremony.</summary>
    public required DateTimeOffset? CeremonyOpened { get; init; }

    /// <summary>The time stamp token (RFC 3161) over the last entry's hash.</summary>
    public required byte[] Token { get; init; }

    internal static StampDocument Of(CoveringStamp stamp, DateTimeOffset? ceremonyOpened) => new()
    {
        Chain = [.. stamp.Chain.Select(LedgerDocument.Of)],
        CeremonyOpened = ceremonyOpened,
        Token = stamp.Stamp.Token.ToArray(),
    };

    /// <summary>Reads a file; null, with the reason, where it is none.</summary>
    internal static StampDocument? Read(byte[] file, out string problem)
    {
        problem = "";
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(file))) { DateParseHandling = DateParseHandling.None };
            var json = JObject.Load(reader);
            if (json["chain"] is JArray chain && chain.All(static entry => entry is JObject)
                && json["token"] is JValue { Type: JTokenType.String, Value: string token }
                && TryTime(json["ceremonyOpened"], out var opened))
            {
                return new StampDocument
                {
                    Chain = [.. chain.Cast<JObject>().Select(LedgerFile.Read)],
                    CeremonyOpened = opened,
                    Token = Convert.FromBase64String(token),
                };
            }

            problem = "it lacks chain, ceremonyOpened or token";
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            problem = unreadable.Message;
        }

        return null;
    }

    /// <summary>Checks chain and token by themselves.</summary>
    /// <returns>What they say of the notice; null, with the reason, where they do not hold.</returns>
    internal CheckedStamp? Check(StampTrust trust, out string problem)
    {
        var entries = new List<LedgerEntry>();
        foreach (var document in Chain)
        {
            if (!document.TryRead(out var entry, out problem))
                return null;
            entries.Add(entry);
        }

        problem = StampChain.ProblemIn(entries) ?? "";
        if (problem.Length > 0)
            return null;
        if (entries[0] is not { Kind: LedgerKind.Notice, DocumentHash: { } noticeHash })
        {
            problem = $"ledger entry {entries[0].Number} announces no notice";
            return null;
        }

        return StampToken.Check(Token, entries[^1].Hash, trust, out problem) is { } token
            ? new CheckedStamp(entries[0], entries[^1].Head, token, new OutsideStamp(noticeHash, token.Time, token.By, CeremonyOpened))
            : null;
    }

    private static bool TryTime(JToken? value, out DateTimeOffset? time)
    {
        time = null;
        if (value is null or JValue { Type: JTokenType.Null })
            return true;
        if (value is not JValue { Type: JTokenType.String, Value: string text }
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
        {
            return false;
        }

        time = parsed;
        return true;
    }
}

/// <summary>A stamp whose chain and token hold.</summary>
/// <param name="Notice">The entry that announces the notice.</param>
/// <param name="Head">The stamped head.</param>
/// <param name="Token">What the token says.</param>
/// <param name="Outside">The same for the check <c>committed-before</c>.</param>
internal sealed record CheckedStamp(LedgerEntry Notice, LedgerHead Head, StampToken Token, OutsideStamp Outside);
