using System.Net;
using Inspection.Drawing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Draws;

/// <summary>What one relay said of a round: evidence that fits together, that it has no such round yet, or nothing of use.</summary>
/// <param name="Relay">The relay.</param>
/// <param name="Evidence">The evidence, or null.</param>
/// <param name="IsTooEarly">Whether the relay says that the round is not out.</param>
/// <param name="Problem">What is wrong with the reply; empty where there is evidence.</param>
internal sealed record RelayReply(Uri Relay, DrandEntropy? Evidence, bool IsTooEarly, string Problem)
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    public static RelayReply Useless(Uri relay, string problem) => new(relay, null, false, problem);

    /// <summary>Judges an answer by itself: the round is the one asked for and randomness = SHA256(signature).</summary>
    public static RelayReply Of(Uri relay, DrandPlan asked, HttpStatusCode status, string body)
    {
        if (status is HttpStatusCode.NotFound or TooEarly)
            return new RelayReply(relay, null, true, $"has no round {asked.Round} yet");
        if (status != HttpStatusCode.OK)
            return Useless(relay, $"answered {(int)status}");
        try
        {
            return Read(relay, asked, body);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ProtocolException)
        {
            return Useless(relay, "gave something that is no round");
        }
    }

    public override string ToString() => $"{Relay.Authority} {(Evidence is null ? Problem : $"gave {Evidence.Signature}")}";

    private static RelayReply Read(Uri relay, DrandPlan asked, string body)
    {
        using var reader = new JsonTextReader(new StringReader(body)) { DateParseHandling = DateParseHandling.None };
        if (JToken.ReadFrom(reader) is not JObject json
            || json["round"] is not { Type: JTokenType.Integer } round
            || json["signature"] is not { Type: JTokenType.String } signature
            || json["randomness"] is not { Type: JTokenType.String } randomness)
            return Useless(relay, "gave something that is no round");
        if (!JToken.DeepEquals(round, new JValue(asked.Round)))
            return Useless(relay, $"gave round {round}");
        var evidence = DrandEntropy.FromSignature(asked, (string)signature!);
        return evidence.Randomness.ToString() == (string?)randomness
            ? new RelayReply(relay, evidence, false, "")
            : Useless(relay, "gave a randomness that is not SHA-256 of its signature");
    }
}
