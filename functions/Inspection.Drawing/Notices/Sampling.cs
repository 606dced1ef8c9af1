namespace Inspection.Drawing;

/// <summary>
/// How many of each class are drawn (<c>PROTOCOL.md</c> sections 3 and 5): by rates, by weights or by given quotas. The
/// classes ascend and hold every class of the roster, perhaps others with size 0.
/// </summary>
public abstract record Sampling
{
    private protected Sampling()
    {
    }

    /// <summary>The mode's name in the notice.</summary>
    public abstract string Mode { get; }

    /// <summary>Each class with its size, ascending by class.</summary>
    public abstract IReadOnlyList<ClassSize> Sizes { get; }

    /// <summary>Sampling by rates for the classes of a roster.</summary>
    /// <exception cref="ProtocolException">A class of the roster has no rate.</exception>
    public static RateSampling ByRates(Roster roster, IReadOnlyDictionary<RiskClass, BasisPoints> rates) => ByRates(ClassesOf(roster), rates);

    /// <summary>Sampling by rates for classes of which only the sizes are known.</summary>
    /// <exception cref="ProtocolException">A class has no rate.</exception>
    public static RateSampling ByRates(IReadOnlyList<ClassSize> classes, IReadOnlyDictionary<RiskClass, BasisPoints> rates) => new(
        Terms(classes, rates, "rate", static (size, rate) => new ClassRate(size.RiskClass, size.Size, rate)));

    /// <summary>Sampling of a total by weights for the classes of a roster.</summary>
    /// <exception cref="ProtocolException">A class of the roster has no weight.</exception>
    public static WeightSampling ByWeights(Roster roster, long total, IReadOnlyDictionary<RiskClass, int> weights) =>
        ByWeights(ClassesOf(roster), total, weights);

    /// <summary>Sampling of a total by weights for classes of which only the sizes are known.</summary>
    /// <exception cref="ProtocolException">A class has no weight.</exception>
    public static WeightSampling ByWeights(IReadOnlyList<ClassSize> classes, long total, IReadOnlyDictionary<RiskClass, int> weights) => new(
        total, Terms(classes, weights, "weight", static (size, weight) => new ClassWeight(size.RiskClass, size.Size, weight)));

    /// <summary>Sampling by quotas for the classes of a roster.</summary>
    /// <exception cref="ProtocolException">A class of the roster has no quota.</exception>
    public static QuotaSampling ByQuotas(Roster roster, IReadOnlyDictionary<RiskClass, int> quotas) => ByQuotas(ClassesOf(roster), quotas);

    /// <summary>Sampling by quotas for classes of which only the sizes are known.</summary>
    /// <exception cref="ProtocolException">A class has no quota.</exception>
    public static QuotaSampling ByQuotas(IReadOnlyList<ClassSize> classes, IReadOnlyDictionary<RiskClass, int> quotas) => new(
        Terms(classes, quotas, "quota", static (size, quota) => new ClassQuota(size.RiskClass, size.Size, quota)));

    private static IReadOnlyList<ClassSize> ClassesOf(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return roster.Classes;
    }

    private static List<TTerm> Terms<TValue, TTerm>(
        IReadOnlyList<ClassSize> classes, IReadOnlyDictionary<RiskClass, TValue> values, string what, Func<ClassSize, TValue, TTerm> term)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(values);
        var sizes = classes.ToDictionary(c => c.RiskClass, c => c.Size);
        foreach (var riskClass in sizes.Keys.Except(values.Keys))
            throw new ProtocolException($"class {riskClass} has {sizes[riskClass]} enterprises but no {what}; give it one, 0 to draw none");
        return [.. values.OrderBy(v => v.Key).Select(v =>
            term(new ClassSize(v.Key, sizes.GetValueOrDefault(v.Key)), v.Value))];
    }
}

/// <summary>A class, its size, and the share of it that is drawn.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many enterprises of the roster are in it.</param>
/// <param name="Rate">The share drawn, rounded up.</param>
public sealed record ClassRate(RiskClass RiskClass, int Size, BasisPoints Rate);

/// <summary>A class, its size, and how much an enterprise of it weighs.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many enterprises of the roster are in it.</param>
/// <param name="Weight">0 to 1000; the chance of an enterprise is in proportion to it.</param>
public sealed record ClassWeight(RiskClass RiskClass, int Size, int Weight);

/// <summary>A class, its size, and how many of it are drawn.</summary>
/// <param name="RiskClass">The class.</param>
/// <param name="Size">How many enterprises of the roster are in it.</param>
/// <param name="Quota">0 to the size.</param>
public sealed record ClassQuota(RiskClass RiskClass, int Size, int Quota);

/// <summary>Mode <c>rates</c>: of each class a share, rounded up.</summary>
/// <param name="Classes">Ascending by class.</param>
public sealed record RateSampling(IReadOnlyList<ClassRate> Classes) : Sampling
{
    /// <inheritdoc/>
    public override string Mode => "rates";

    /// <inheritdoc/>
    public override IReadOnlyList<ClassSize> Sizes => [.. Classes.Select(c => new ClassSize(c.RiskClass, c.Size))];
}

/// <summary>Mode <c>weights</c>: a total, shared out by weight and size.</summary>
/// <param name="Total">How many are drawn in all.</param>
/// <param name="Classes">Ascending by class.</param>
public sealed record WeightSampling(long Total, IReadOnlyList<ClassWeight> Classes) : Sampling
{
    /// <summary>The largest weight.</summary>
    public const int MaxWeight = 1000;

    /// <inheritdoc/>
    public override string Mode => "weights";

    /// <inheritdoc/>
    public override IReadOnlyList<ClassSize> Sizes => [.. Classes.Select(c => new ClassSize(c.RiskClass, c.Size))];
}

/// <summary>Mode <c>quotas</c>: of each class as many as the notice says.</summary>
/// <param name="Classes">Ascending by class.</param>
public sealed record QuotaSampling(IReadOnlyList<ClassQuota> Classes) : Sampling
{
    /// <inheritdoc/>
    public override string Mode => "quotas";

    /// <inheritdoc/>
    public override IReadOnlyList<ClassSize> Sizes => [.. Classes.Select(c => new ClassSize(c.RiskClass, c.Size))];
}
