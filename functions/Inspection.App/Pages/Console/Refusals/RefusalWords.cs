using System.Text.RegularExpressions;
using Inspection.App.Outcomes;

namespace Inspection.App.Pages.Console;

/// <summary>
/// Says a refusal to a reader: in English what the rule itself said; in Chinese the same where it says that too, else what the
/// guide says of the rule, or of the very detail where that tells more, such as a length.
/// </summary>
internal sealed partial class RefusalWords(Words words)
{
    public string Of(Refusal refusal)
    {
        if (words.IsEnglish)
            return refusal.Detail;
        if (refusal.Chinese.Length > 0)
            return refusal.Chinese;
        var guide = RefusalGuide.Of(refusal.Rule)?.Chinese ?? $"按规则“{refusal.Rule}”不能办理。";
        return ChineseOf(refusal.Detail) is { } told ? $"{guide}{told}" : guide;
    }

    /// <summary>Where to change what refused, without the language; null where that is the form itself.</summary>
    public static string? WhereOf(Refusal refusal) => RefusalGuide.Of(refusal.Rule)?.Where;

    private static string? ChineseOf(string detail)
    {
        if (Length().Match(detail) is { Success: true } length)
            return $"现在是 {length.Groups["is"].Value} 个字，最多 {length.Groups["most"].Value} 个。";
        return Numbers().Match(detail) is { Success: true } number
            ? $"现在是 {number.Groups["is"].Value}，应为 {number.Groups["from"].Value} 至 {number.Groups["to"].Value}。"
            : null;
    }

    [GeneratedRegex(@"(?<is>\d+) characters, where (?:1 to )?(?<most>\d+) are")]
    private static partial Regex Length();

    [GeneratedRegex(@" is (?<is>-?\d+), not (?<from>\d+) to (?<to>\d+)")]
    private static partial Regex Numbers();
}
