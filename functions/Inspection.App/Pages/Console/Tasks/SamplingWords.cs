using System.Globalization;
using Inspection.App.Planning;

namespace Inspection.App.Pages.Console;

/// <summary>What a task says, in words.</summary>
internal static class SamplingWords
{
    public static string Of(this Words words, TaskSampling sampling)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(sampling);
        return sampling.Mode switch
        {
            SamplingMode.Rates => words["按比例：", "By rates: "] + List(words, sampling.Rates!, static value => (value / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%"),
            SamplingMode.Weights => words[$"共抽 {sampling.Total} 户，按权重：", $"{sampling.Total} in all, by weights: "] + List(words, sampling.Weights!, Plain),
            SamplingMode.Quotas => words["按定额：", "By quotas: "] + List(words, sampling.Quotas!, value => words[$"{value} 户", Plain(value)]),
            _ => words["全部检查，不抽取企业", "All are inspected; no enterprise is drawn"],
        };
    }

    public static string Of(this Words words, DepartmentTeam team)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(team);
        var skill = team.Skill.Length == 0 ? "" : words[$"，专业：{team.Skill}", $", skill: {team.Skill}"];
        return words[$"{team.Department}，每户 {team.Size} 人{skill}", $"{team.Department}, {team.Size} for each visit{skill}"];
    }

    public static string Of(this Words words, TaskEntropy entropy)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(entropy);
        if (entropy.Kind != EntropyKind.Ceremony)
            return words.Of(entropy.Kind);
        var (names, digits) = (words.List(entropy.Witnesses ?? []), entropy.Digits ?? TaskEntropy.DefaultDigits);
        return words[$"{words.Of(entropy.Kind)}：{names}，各 {digits} 位数字", $"{words.Of(entropy.Kind)}: {names}, {digits} digits each"];
    }

    private static string List(Words words, IReadOnlyDictionary<string, int> values, Func<int, string> text) =>
        words.List(values.OrderBy(static value => value.Key, StringComparer.Ordinal).Select(value => words[$"{value.Key} 类 {text(value.Value)}", $"class {value.Key} {text(value.Value)}"]));

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);
}
