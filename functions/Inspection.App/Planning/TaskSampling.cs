using System.Globalization;
using System.Runtime.Serialization;
using Inspection.App.Languages;
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
    public Saying? Problem()
    {
        if (Mode == SamplingMode.All)
            return this == Everybody ? null : new Saying($"mode {Mode} takes no rates, weights, quotas or total", "全部检查时不填比例、权重、定额和总数");
        var values = Mode switch
        {
            SamplingMode.Rates when Weights is null && Quotas is null && Total is null => Rates,
            SamplingMode.Weights when Rates is null && Quotas is null && Total >= 1 => Weights,
            SamplingMode.Quotas when Rates is null && Weights is null && Total is null => Quotas,
            _ => null,
        };
        if (values is null || values.Count == 0)
            {
            return new Saying(
                $"mode {Mode} takes exactly its own members: rates; total and weights; or quotas",
                Mode == SamplingMode.Weights ? "按权重抽取要填总户数（至少 1 户）和各类的权重" : "请给每一类填写数字");
        }

        var max = Mode switch
        {
            SamplingMode.Rates => BasisPoints.Whole,
            SamplingMode.Weights => WeightSampling.MaxWeight,
            _ => Roster.MaxSize,
        };
        foreach (var (name, value) in values)
        {
            if (!RiskClass.TryParse(name, out _))
                {
                return new Saying(
                    $"'{name}' is not a risk class: 1 to {RiskClass.MaxLength} of A-Z, a-z and 0-9 are wanted",
                    $"“{name}”不是信用风险类别：要 1 到 {RiskClass.MaxLength} 个字母或数字");
            }

            if (value < 0 || value > max)
                return new Saying($"class {name} has {value}, not 0 to {max}", Chinese(name, value, max));
        }

        return null;
    }

    /// <summary>The rule of the protocol for a roster.</summary>
    /// <exception cref="ProtocolException">A class of the roster is not named.</exception>
    public Sampling For(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return For(roster.Classes);
    }

    /// <summary>The rule of the protocol for the classes of a roster.</summary>
    /// <exception cref="ProtocolException">A class of the roster is not named.</exception>
    public Sampling For(IReadOnlyList<ClassSize> classes) => Mode switch
    {
        SamplingMode.Rates => Sampling.ByRates(classes, Classes(Rates!).ToDictionary(c => c.Key, c => new BasisPoints(c.Value))),
        SamplingMode.Weights => Sampling.ByWeights(classes, Total!.Value, Classes(Weights!).ToDictionary()),
        SamplingMode.All => Sampling.ByQuotas(classes, classes.ToDictionary(static c => c.RiskClass, static c => c.Size)),
        _ => Sampling.ByQuotas(classes, Classes(Quotas!).ToDictionary()),
    };

    // People write rates in per cent.
    private string Chinese(string name, int value, int max) => Mode == SamplingMode.Rates
        ? string.Create(CultureInfo.InvariantCulture, $"{name} 类的比例是 {value / 100m:0.##}%，要在 0 到 100% 之间")
        : $"{name} 类的数字是 {value}，要在 0 到 {max} 之间";

    private static IEnumerable<KeyValuePair<RiskClass, int>> Classes(IReadOnlyDictionary<string, int> values) =>
        values.Select(value => KeyValuePair.Create(RiskClass.Parse(value.Key), value.Value));
}
