using System.Text.RegularExpressions;

namespace Inspection.App.Pages.Console;

/// <summary>What long work says of itself, in the reader's language.</summary>
internal static partial class ProgressWords
{
    public static string Progress(this Words words, string text)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.IsEnglish)
            return text;
        return text switch
        {
            "waiting" => "等待开始",
            "reading the directories" => "正在读取名录",
            "sealing the roster" => "正在封存底册",
            "publishing the notice" => "正在发布公告",
            "checking the roster against the notice" => "正在核对底册和公告",
            "drawing the enterprises" => "正在抽取企业",
            "matching the inspectors" => "正在派定检查人员",
            "writing the record" => "正在写入记录",
            "publishing the record" => "正在公布记录",
            _ => EnterprisesRead().Replace(text, "已读取 $1 户"),
        };
    }

    [GeneratedRegex("^([0-9]+) enterprises read$")]
    private static partial Regex EnterprisesRead();
}
