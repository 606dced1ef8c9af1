namespace Inspection.Drawing;

/// <summary>Where the public randomness (公共随机源) will come from, as the notice promises (<c>PROTOCOL.md</c> sections 3 and 4).</summary>
public abstract record EntropyPlan
{
    private protected EntropyPlan()
    {
    }

    /// <summary>The kind's name in the notice and in the evidence.</summary>
    public abstract string Kind { get; }
}

/// <summary>No public randomness: the key's holder can try keys until the result suits. For demonstrations.</summary>
public sealed record NoEntropyPlan : EntropyPlan
{
    /// <inheritdoc/>
    public override string Kind => "none";
}

/// <summary>Witnesses (见证人) each contribute digits that they wrote down before any was opened.</summary>
/// <param name="Digits">How many digits each witness gives: 1 to 64.</param>
/// <param name="Witnesses">1 to 20 different names, in the order in which their values enter the seed.</param>
public sealed record CeremonyPlan(int Digits, IReadOnlyList<string> Witnesses) : EntropyPlan
{
    /// <summary>The most digits of one witness.</summary>
    public const int MaxDigits = 64;

    /// <summary>The most witnesses.</summary>
    public const int MaxWitnesses = 20;

    /// <inheritdoc/>
    public override string Kind => "ceremony";
}

/// <summary>A later round of a public drand beacon.</summary>
/// <param name="Chain">The chain's hash.</param>
/// <param name="Round">The round, from 1.</param>
public sealed record DrandPlan(Digest Chain, long Round) : EntropyPlan
{
    /// <inheritdoc/>
    public override string Kind => "drand";
}
