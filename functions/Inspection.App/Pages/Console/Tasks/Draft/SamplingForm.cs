using System.Globalization;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Inspection.App.Pages.Console;

/// <summary>How many of each class are drawn, as it is typed: a line for each class with what each way to draw asks of it.</summary>
internal sealed class SamplingForm
{
    public SamplingMode Mode { get; set; }

    public string? Total { get; set; }

    public string? Reserve { get; set; }

    public List<ClassRow> Rows { get; set; } = [];

    /// <summary>The form of a draft, with an empty line at the end for a class of the authority's own.</summary>
    public static SamplingForm Of(TaskTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var sampling = terms.Sampling;
        var names = DraftStart.UsualRates.Keys
            .Concat((sampling.Rates ?? sampling.Weights ?? sampling.Quotas)?.Keys ?? []).Distinct().Order(StringComparer.Ordinal);
        return new SamplingForm
        {
            Mode = sampling.Mode,
            Total = sampling.Total?.ToString(CultureInfo.InvariantCulture),
            Reserve = terms.Reserve.ToString(CultureInfo.InvariantCulture),
            Rows =
            [
                .. names.Select(name => new ClassRow
                {
                    Name = name,
                    Rate = sampling.Rates is { } rates && rates.TryGetValue(name, out var rate) ? (rate / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null,
                    Weight = Text(sampling.Weights, name),
                    Quota = Text(sampling.Quotas, name),
                }),
                new ClassRow(),
            ],
        };
    }

    /// <summary>What was typed; where something is no number, the state says so at its field and the value does not count.</summary>
    public (TaskSampling Sampling, int Reserve) Read(ModelStateDictionary state, Words words)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(words);
        var values = new Dictionary<string, int>();
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (string.IsNullOrWhiteSpace(row.Name))
                continue;
            var (member, text) = Mode switch
            {
                SamplingMode.Rates => (nameof(ClassRow.Rate), row.Rate),
                SamplingMode.Weights => (nameof(ClassRow.Weight), row.Weight),
                _ => (nameof(ClassRow.Quota), row.Quota),
            };
            if (string.IsNullOrWhiteSpace(text))
                text = "0";
            if (NumberOf(text) is { } value)
                values[row.Name.Trim()] = value;
            else
                state.AddModelError(FieldOf(i, member), WrongNumber(row.Name, words));
        }

        var sampling = Mode switch
        {
            SamplingMode.Rates => new TaskSampling { Mode = Mode, Rates = values },
            SamplingMode.Weights => new TaskSampling { Mode = Mode, Weights = values, Total = ReadTotal(state, words) },
            SamplingMode.Quotas => new TaskSampling { Mode = Mode, Quotas = values },
            _ => TaskSampling.Everybody,
        };
        return (sampling, ReadReserve(state, words));
    }

    /// <summary>The name of a cell's field.</summary>
    public static string FieldOf(int row, string member) => string.Create(CultureInfo.InvariantCulture, $"Form.Rows[{row}].{member}");

    private string WrongNumber(string name, Words words) => Mode == SamplingMode.Rates
        ? words[$"{name} 类的比例要写成数字，最多两位小数，例如 2.5", $"The rate of class {name} is a number of at most two decimals, such as 2.5"]
        : words[$"{name} 类要写成整数", $"Class {name} wants a whole number"];

    private long? ReadTotal(ModelStateDictionary state, Words words)
    {
        if (long.TryParse(Total, NumberStyles.Integer, CultureInfo.InvariantCulture, out var total) && total >= 1)
            return total;
        state.AddModelError("Form.Total", words["按权重抽取要写明一共抽多少户，至少 1 户", "By weights: say how many are drawn in all, at least 1"]);
        return 1;
    }

    private int ReadReserve(ModelStateDictionary state, Words words)
    {
        if (Mode == SamplingMode.All || string.IsNullOrWhiteSpace(Reserve))
            return 0;
        if (int.TryParse(Reserve, NumberStyles.Integer, CultureInfo.InvariantCulture, out var reserve))
            return reserve;
        state.AddModelError("Form.Reserve", words["备选户数要写成整数", "The number of reserves is a whole number"]);
        return 0;
    }

    private int? NumberOf(string text)
    {
        if (Mode != SamplingMode.Rates)
            return int.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
        return decimal.TryParse(text.Trim().TrimEnd('%', '％'), NumberStyles.Number, CultureInfo.InvariantCulture, out var percent)
            && percent * 100 is var points && points == decimal.Truncate(points) && Math.Abs(points) <= BasisPoints.Whole * 100m
            ? (int)points
            : null;
    }

    private static string? Text(IReadOnlyDictionary<string, int>? values, string name) =>
        values is not null && values.TryGetValue(name, out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;
}

/// <summary>What is asked of a class: its rate in per cent, its weight, its quota; which of them counts the way to draw says.</summary>
internal sealed class ClassRow
{
    public string? Name { get; set; }

    public string? Rate { get; set; }

    public string? Weight { get; set; }

    public string? Quota { get; set; }
}
