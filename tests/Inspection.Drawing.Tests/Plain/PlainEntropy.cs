using System.Globalization;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>Where the notice says that the randomness will come from.</summary>
internal abstract record PlainSource;

internal sealed record PlainNoSource : PlainSource;

internal sealed record PlainCeremony(int Digits, IReadOnlyList<string> Witnesses) : PlainSource;

internal sealed record PlainBeacon(string Chain, long Round) : PlainSource;

/// <summary>The randomness itself, with what proves it.</summary>
internal abstract record PlainEvidence;

internal sealed record PlainNoEvidence : PlainEvidence;

internal sealed record PlainContribution(string Witness, string Value);

internal sealed record PlainContributions(IReadOnlyList<PlainContribution> All) : PlainEvidence;

internal sealed record PlainPulse(string Chain, long Round, string Randomness, string Signature) : PlainEvidence;

/// <summary>PROTOCOL.md, section 4: the evidence, its text, and the seed.</summary>
internal static class PlainEntropy
{
    public static Dictionary<string, object> Json(PlainEvidence evidence) => evidence switch
    {
        PlainNoEvidence => new() { ["kind"] = "none" },
        PlainContributions ceremony => new()
        {
            ["kind"] = "ceremony",
            ["contributions"] = ceremony.All.Select(one => new Dictionary<string, object>
            {
                ["value"] = one.Value,
                ["witness"] = one.Witness,
            }),
        },
        PlainPulse pulse => new()
        {
            ["kind"] = "drand",
            ["chain"] = pulse.Chain,
            ["randomness"] = pulse.Randomness,
            ["round"] = pulse.Round,
            ["signature"] = pulse.Signature,
        },
        _ => throw new InvalidDataException("no such kind of evidence"),
    };

    public static PlainEvidence Read(byte[] file)
    {
        var tree = new PlainMembers(PlainCanonicalJson.Read(file));
        PlainEvidence evidence = tree.Text("kind") switch
        {
            "none" => new PlainNoEvidence(),
            "ceremony" => new PlainContributions(tree.Objects("contributions")
                .Select(one => new PlainContribution(one.Text("witness"), one.Text("value"))).ToList()),
            "drand" => new PlainPulse(
                tree.Text("chain"), tree.Integer("round"), tree.Text("randomness"), tree.Text("signature")),
            var kind => throw new InvalidDataException($"no kind '{kind}' of evidence"),
        };
        Require(PlainCanonicalJson.Write(Json(evidence)).SequenceEqual(file),
            "evidence with keys that it must not have");
        return evidence;
    }

    /// <summary>Refuses evidence that is not of the notice's source.</summary>
    public static void Check(PlainSource source, PlainEvidence evidence)
    {
        switch (source, evidence)
        {
            case (PlainNoSource, PlainNoEvidence):
                break;
            case (PlainCeremony ceremony, PlainContributions contributions):
                Require(contributions.All.Select(one => one.Witness).SequenceEqual(ceremony.Witnesses),
                    "not the notice's witnesses in the notice's order");
                var digits = ceremony.Digits;
                Require(contributions.All.All(one => one.Value.Length == digits && one.Value.All(char.IsAsciiDigit)),
                    $"a value is not {ceremony.Digits} digits");
                break;
            case (PlainBeacon beacon, PlainPulse pulse):
                Require(pulse.Chain == beacon.Chain && pulse.Round == beacon.Round, "another chain or round");
                Require(pulse.Randomness == Hex(Sha256(FromHex(pulse.Signature))),
                    "randomness is not SHA256(signature)");
                break;
            default:
                throw new InvalidDataException("evidence of another kind than the notice's");
        }
    }

    /// <summary>entropyText</summary>
    public static string Text(PlainEvidence evidence) => evidence switch
    {
        PlainNoEvidence => "none",
        PlainContributions ceremony =>
            "ceremony" + string.Concat(ceremony.All.Select(one => "\n" + one.Witness + "=" + one.Value)),
        PlainPulse pulse => "drand\n" + pulse.Chain + "\n"
            + pulse.Round.ToString(CultureInfo.InvariantCulture) + "\n" + pulse.Randomness,
        _ => throw new InvalidDataException("no such kind of evidence"),
    };

    /// <summary>seed = SHA256(UTF-8 of "double-random/1\n" ‖ noticeHash ‖ "\n" ‖ entropyText)</summary>
    public static byte[] Seed(string noticeHash, PlainEvidence evidence) =>
        Sha256(Utf8("double-random/1\n" + noticeHash + "\n" + Text(evidence)));
}
