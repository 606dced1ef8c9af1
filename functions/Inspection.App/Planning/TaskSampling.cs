using System.Runtime.Serialization;
using Inspection.Drawing;

namespace Inspection.App.Planning;

/// <summary>The ways to say how many of each class are drawn.</summary>
public enum SamplingMode
{
    [EnumMember(Value = "rates")]
    Rates,
    [EnumMember(Value = "weights")]
    Weights,
    [EnumMember(Value = "quotas")]
    Quotas,

    /// <summary>Everybody on the roster: a targeted task.</summary>
    [EnumMember(Value = "all")]
    All,
}

/// <summary>How many of each class a task draws. Exactly the members of its mode are given.</summary>
public sealed record TaskSampling
{
    public required SamplingMode Mode { get; init; }

    /// <summary>Mode rates: the share of each class in basis points, 0 to 10000, rounded up.</summary>
    public IReadOnlyDictionary<string, int>? Rates { get; init; }

    /// <summary>Mode weights: how many are drawn in all.</summary>
    public long? Total { get; init; }

    /// <summary>Mode weights: how much an enterprise of each class weighs, 0 to 1000.</summary>
    public IReadOnlyDictionary<string, int>? Weights { get; init; }

    /// <summary>Mode quotas: how many of each class are drawn.</summary>
    public IReadOnlyDictionary<string, int>? Quotas { get; init; }

    /// <summary>
    /// The one class in which everybody stands where all are inspected: class sizes are public, and of a few that are named
    /// they would tell who is in which.
    /// </summary>
    public static RiskClass OneClass { get; } = RiskClass.Parse("ALL");

    /// <summary>Everybody on a roster of <see cref="OneClass"/>.</summary>
    public static TaskSampling Everybody { get; } = new() { Mode = SamplingMode.All };

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem()
    {
        if (Mode == SamplingMode.All)
            return this == Everybody ? null : $"mode {Mode} takes no rates, weights, quotas or total";
        var values = Mode switch
        {
            SamplingMode.Rates when Weights is null && Quotas is null && Total is null => Rates,
            SamplingMode.Weights when Rates is null && Quotas is null && Total >= 1 => Weights,
            SamplingMode.Quotas when Rates is null && Weights is null && Total is null => Quotas,
            _ => null,
        };
        if (values is null || values.Count == 0)
            return $"mode {Mode} takes exactly its own members: rates; total and weights; or quotas";
        var max = Mode switch
        {
            SamplingMode.Rates => BasisPoints.Whole,
            SamplingMode.Weights => WeightSampling.MaxWeight,
            _ => Roster.MaxSize,
        };
        foreach (var (name, value) in values)
        {
            if (!RiskClass.TryParse(name, out _))
                return $"'{name}' is not a risk class: 1 to {RiskClass.MaxLength} of A-Z, a-z and 0-9 are wanted";
            if (value < 0 || value > max)
                return $"class {name} has {value}, not 0 to {max}";
        }

        return null;
    }

    /// <summary>The rule of the protocol for a roster.</summary>
    /// <exception cref="ProtocolException">A class of the roster is not named.</exception>
    public Sampling For(Roster roster) => Mode switch
    {
        SamplingMode.Rates => Sampling.ByRates(roster, Classes(Rates!).ToDictionary(c => c.Key, c => new BasisPoints(c.Value))),
        SamplingMode.Weights => Sampling.ByWeights(roster, Total!.Value, Classes(Weights!).ToDictionary()),
        SamplingMode.All => Sampling.ByQuotas(roster, roster.Classes.ToDictionary(static c => c.RiskClass, static c => c.Size)),
        _ => Sampling.ByQuotas(roster, Classes(Quotas!).ToDictionary()),
    };

    private static IEnumerable<KeyValuePair<RiskClass, int>> Classes(IReadOnlyDictionary<string, int> values) =>
        values.Select(value => KeyValuePair.Create(RiskClass.Parse(value.Key), value.Value));
}
