namespace Inspection.Drawing;

/// <summary>Reads the canonical form of the evidence (<c>PROTOCOL.md</c> section 4).</summary>
internal static class EntropyJson
{
    public static EntropyEvidence Read(ref CanonicalReader json)
    {
        json.BeginObject();
        EntropyEvidence evidence;
        if (json.TryKey("contributions"))
        {
            evidence = new CeremonyEntropy(ReadContributions(ref json));
            ReadKind(ref json, "ceremony");
        }
        else if (json.TryKey("chain"))
        {
            evidence = ReadDrand(ref json);
        }
        else
        {
            ReadKind(ref json, "none");
            evidence = new NoEntropy();
        }

        json.EndObject();
        return evidence;
    }

    private static List<Contribution> ReadContributions(ref CanonicalReader json)
    {
        var contributions = new List<Contribution>();
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("value");
            var value = json.String();
            json.Key("witness");
            contributions.Add(new Contribution(json.String(), value));
            json.EndObject();
        }

        return contributions;
    }

    private static DrandEntropy ReadDrand(ref CanonicalReader json)
    {
        var chain = json.Digest();
        ReadKind(ref json, "drand");
        json.Key("randomness");
        var randomness = json.Digest();
        json.Key("round");
        var round = json.Long("round", 1);
        json.Key("signature");
        return new DrandEntropy(chain, round, json.Hex(), randomness);
    }

    private static void ReadKind(ref CanonicalReader json, string wanted)
    {
        json.Key("kind");
        var kind = json.String();
        if (kind != wanted)
            throw json.Refuse($"the evidence's kind is '{kind}', but its keys are those of '{wanted}'");
    }
}
