using System.Security.Cryptography;

namespace Inspection.Drawing;

/// <summary>The public randomness as it came, with what shows that it did (<c>PROTOCOL.md</c> section 4).</summary>
public abstract record EntropyEvidence
{
    /// <summary>The file's name in a package.</summary>
    public const string FileName = "entropy.json";

    private protected EntropyEvidence()
    {
    }

    /// <summary>The text that enters the seed.</summary>
    public abstract string EntropyText { get; }

    /// <summary>What a reader should know of its worth, in one sentence.</summary>
    public abstract string Worth { get; }

    /// <summary>The bytes of <c>entropy.json</c>.</summary>
    public byte[] ToFile()
    {
        var json = new CanonicalWriter();
        Write(json);
        return json.ToArray();
    }

    /// <summary>Reads <c>entropy.json</c>.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or no evidence.</exception>
    public static EntropyEvidence Parse(ReadOnlySpan<byte> file)
    {
        var reader = new CanonicalReader(file, FileName);
        var evidence = EntropyJson.Read(ref reader);
        reader.End();
        return evidence;
    }

    /// <summary>What keeps this evidence from being what the notice promised, or null.</summary>
    public abstract string? ProblemFor(EntropyPlan plan);

    internal abstract void Write(CanonicalWriter json);

    private protected static string KindProblem(EntropyPlan plan, string kind) =>
        $"the evidence is of kind '{kind}', the notice promised '{plan.Kind}'";
}

/// <summary>No randomness.</summary>
public sealed record NoEntropy : EntropyEvidence
{
    /// <inheritdoc/>
    public override string EntropyText => "none";

    /// <inheritdoc/>
    public override string Worth =>
        "No public randomness: whoever holds the draw key could have tried keys until the result suited. A demonstration, not a proof.";

    /// <inheritdoc/>
    public override string? ProblemFor(EntropyPlan plan) => plan is NoEntropyPlan ? null : KindProblem(plan, "none");

    internal override void Write(CanonicalWriter json) => json.BeginObject().Key("kind").String("none").EndObject();
}

/// <summary>A witness's value.</summary>
/// <param name="Witness">The witness's name, as the notice has it.</param>
/// <param name="Value">Digits 0 to 9.</param>
public sealed record Contribution(string Witness, string Value);

/// <summary>The values of a ceremony's witnesses.</summary>
/// <param name="Contributions">In the notice's order of witnesses.</param>
public sealed record CeremonyEntropy(IReadOnlyList<Contribution> Contributions) : EntropyEvidence
{
    /// <inheritdoc/>
    public override string EntropyText =>
        "ceremony" + string.Concat(Contributions.Select(static c => $"\n{c.Witness}={c.Value}"));

    /// <inheritdoc/>
    public override string Worth =>
        "Fair if one honest witness's value was unknown to everybody before all others were fixed: each writes it down first, then all are opened together.";

    /// <inheritdoc/>
    public override string? ProblemFor(EntropyPlan plan)
    {
        if (plan is not CeremonyPlan ceremony)
            return KindProblem(plan, "ceremony");
        if (!Contributions.Select(static c => c.Witness).SequenceEqual(ceremony.Witnesses))
        {
            return $"the contributions are of {string.Join(", ", Contributions.Select(static c => c.Witness))}; "
                + $"the notice names, in this order, {string.Join(", ", ceremony.Witnesses)}";
        }

        foreach (var (witness, value) in Contributions)
        {
            if (value.Length != ceremony.Digits || !value.All(char.IsAsciiDigit))
                return $"{witness} gave '{value}'; exactly {ceremony.Digits} of the digits 0 to 9 are wanted";
        }

        return null;
    }

    internal override void Write(CanonicalWriter json)
    {
        json.BeginObject().Key("contributions").BeginArray();
        foreach (var (witness, value) in Contributions)
            json.BeginObject().Key("value").String(value).Key("witness").String(witness).EndObject();
        json.EndArray().Key("kind").String("ceremony").EndObject();
    }
}

/// <summary>A round of a drand beacon.</summary>
/// <param name="Chain">The chain's hash.</param>
/// <param name="Round">The round.</param>
/// <param name="Signature">The round's signature, in lower-case hex.</param>
/// <param name="Randomness">SHA-256 of the signature's bytes, as the beacon gave it.</param>
public sealed record DrandEntropy(Digest Chain, long Round, string Signature, Digest Randomness) : EntropyEvidence
{
    /// <inheritdoc/>
    public override string EntropyText => $"drand\n{Chain}\n{Round}\n{Randomness}";

    /// <inheritdoc/>
    public override string Worth =>
        "Fair unless the beacon's operators colluded, once the signature is checked against the chain's public key or two independent relays agree.";

    /// <summary>The evidence of a round, with the randomness computed from its signature.</summary>
    /// <exception cref="ProtocolException">The signature is not bytes in lower-case hex.</exception>
    public static DrandEntropy FromSignature(DrandPlan plan, string signature)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return LowerHex.IsBytes(signature)
            ? new DrandEntropy(plan.Chain, plan.Round, signature, RandomnessOf(signature))
            : throw new ProtocolException($"the signature '{signature}' is not bytes in lower-case hex");
    }

    /// <inheritdoc/>
    public override string? ProblemFor(EntropyPlan plan)
    {
        if (plan is not DrandPlan drand)
            return KindProblem(plan, "drand");
        if (Chain != drand.Chain)
            return $"the chain is {Chain}, the notice promised {drand.Chain}";
        if (Round != drand.Round)
            return $"the round is {Round}, the notice promised {drand.Round}";
        var randomness = RandomnessOf(Signature);
        return Randomness == randomness ? null : $"randomness is {Randomness}, SHA-256 of the signature is {randomness}";
    }

    internal override void Write(CanonicalWriter json) => json.BeginObject()
        .Key("chain").Digest(Chain).Key("kind").String("drand").Key("randomness").Digest(Randomness)
        .Key("round").Integer(Round).Key("signature").String(Signature).EndObject();

    private static Digest RandomnessOf(string signature) =>
        Digest.FromBytes(SHA256.HashData(Convert.FromHexString(signature)));
}
