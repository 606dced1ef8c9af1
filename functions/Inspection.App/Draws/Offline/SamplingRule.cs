using System.Globalization;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>A rule of sampling as it is written on the command line, such as <c>A=2%,B=5%</c>, before a roster is known.</summary>
internal abstract record SamplingRule
{
    /// <summary>The classes that the rule names.</summary>
    public abstract IEnumerable<RiskClass> Classes { get; }

    /// <summary>The rule with the sizes of a roster's classes.</summary>
    /// <exception cref="ProtocolException">A class of the roster is not named.</exception>
    public abstract Sampling For(Roster roster);

    /// <exception cref="FormatException">The text is no list of CLASS=PERCENT%.</exception>
    public static SamplingRule ParseRates(string text) => new Rates(Parse(text, "a percentage such as 2% or 2.5%", ParsePercent));

    /// <exception cref="FormatException">The text is no list of CLASS=WEIGHT.</exception>
    public static SamplingRule ParseWeights(long total, string text) =>
        new Weights(total, Parse(text, $"a weight from 0 to {WeightSampling.MaxWeight}", ParseCount));

    /// <exception cref="FormatException">The text is no list of CLASS=QUOTA.</exception>
    public static SamplingRule ParseQuotas(string text) => new Quotas(Parse(text, "a number from 0", ParseCount));

    private static Dictionary<RiskClass, T> Parse<T>(string text, string wanted, Func<string, T?> parse)
        where T : struct
    {
        var values = new Dictionary<RiskClass, T>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, right) : (part, "");
            if (!RiskClass.TryParse(name, out var riskClass) || parse(value) is not { } parsed)
                throw new FormatException($"'{part}' is not CLASS=VALUE with {wanted}");
            if (!values.TryAdd(riskClass, parsed))
                throw new FormatException($"class {riskClass} stands twice in '{text}'");
        }

        return values;
    }

    private static BasisPoints? ParsePercent(string text) =>
        text.EndsWith('%')
        && decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent <= 100 && percent * 100 == decimal.Floor(percent * 100)
            ? new BasisPoints((int)(percent * 100))
            : null;

    private static int? ParseCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private sealed record Rates(Dictionary<RiskClass, BasisPoints> Values) : SamplingRule
    {
        public override IEnumerable<RiskClass> Classes => Values.Keys;

        public override Sampling For(Roster roster) => Sampling.ByRates(roster, Values);
    }

    private sealed record Weights(long Total, Dictionary<RiskClass, int> Values) : SamplingRule
    {
        public override IEnumerable<RiskClass> Classes => Values.Keys;

        public override Sampling For(Roster roster) => Sampling.ByWeights(roster, Total, Values);
    }

    private sealed record Quotas(Dictionary<RiskClass, int> Values) : SamplingRule
    {
        public override IEnumerable<RiskClass> Classes => Values.Keys;

        public override Sampling For(Roster roster) => Sampling.ByQuotas(roster, Values);
    }
}
