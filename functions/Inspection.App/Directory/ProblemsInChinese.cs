using System.Text.RegularExpressions;

namespace Inspection.App.Directory;

/// <summary>
/// Says in Chinese what is wrong with a value or a file, for regulators: whoever finds it says it in English, in words that
/// are known here by their form. What is not known stays English alone.
/// </summary>
internal static class ProblemsInChinese
{
    private static readonly (Regex Known, string Chinese)[] Sayings = [.. Table().Select(
        static pair => (new Regex(pair.Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), pair.Chinese))];

    /// <summary>The same in Chinese, or null where it is not known.</summary>
    public static string? Of(string problem)
    {
        foreach (var (known, chinese) in Sayings)
        {
            if (known.Match(problem) is { Success: true } match)
                return match.Result(chinese);
        }

        return null;
    }

    private static IEnumerable<(string Pattern, string Chinese)> Table() =>
    [
        (@"(\d+) characters, where 1 to (\d+) are wanted", "有 $1 个字，应为 1 至 $2 个"),
        (@"(\d+) characters, where (\d+) are the most", "有 $1 个字，最多 $2 个"),
        (@"(\d+) entries, where (\d+) are the most", "有 $1 项，最多 $2 项"),
        ("an entry is empty", "有一项是空的"),
        ("'(.)' at position (\\d+), which separates fields", "第 $2 个字“$1”用来分隔，不能出现"),
        (@"character U\+([0-9A-F]+) at position (\d+), which the protocol refuses", "第 $2 个字符（U+$1）不能使用"),
        ("half a surrogate pair", "有不完整的字符，请重新输入"),
        ("a lost character, shown as", "有丢失的字符，请重新输入这段文字"),
        ("'(.+)' cannot stand in it: letters, digits", "不能有“$1”，可用字母、汉字、数字和 - _ . ( )"),
        ("is a word of the API's addresses", "这个词留给系统使用，请换一个"),
        ("dots alone are no id", "不能只有点"),
        ("a spreadsheet took the (code|number) for", "表格软件把它当成数字，丢了末几位；请把这一列设为文本格式，再重新填写"),
        (@"a unified social credit code has (\d+) characters, this has (\d+)", "统一社会信用代码应为 $1 位，现在是 $2 位"),
        (@"character (\d+), '(.)', cannot stand in a unified social credit code", "第 $1 位“$2”不能出现在统一社会信用代码里（数字和大写字母，没有 I、O、S、V、Z）"),
        ("the check character is '(.)' but the first 17 characters ask for '(.)'", "末位校验码是“$1”，按前 17 位应为“$2”，请逐位核对"),
        (@"the (?:code|number) stands in line (\d+) already", "与第 $1 行重复"),
        (@"is no class|a risk class is 1 to", "信用风险类别为 1 至 8 个字母或数字，如 A、B、C、D"),
        ("not an existing day; write it as .* for no end", "没有这一天；写成 2026-12-31 或 2026年12月31日，没有期限的写“长期”"),
        ("not an existing day", "没有这一天；写成 2026-12-31、2026/12/31 或 2026年12月31日"),
        ("the day is missing", "没有填写日期；执法证在任务的每一天都要有效"),
        ("the file has no column", "文件里没有这一列"),
        ("the grounds are missing", "请写明为什么要回避"),
        ("is missing", "没有填写"),
        ("a category is", "类别填“一般”或“重点”"),
        ("'，' does not separate", "请用“；”或“、”分开，不要用逗号"),
        (@"the row has (\d+) fields, the heading (\d+)", "这一行有 $1 列，表头有 $2 列"),
        (@"the field is longer than (\d+) KiB", "这一格超过 $1 KiB"),
        ("a quotation mark inside a field|text behind the closing quotation mark", "引号不对：整格用引号括起来，格内的引号写两个"),
        (@"quotation mark.*line (\d+)|starts in line (\d+).*quotation", "有一行的引号没有成对，请检查后重新保存"),
        ("holds only a heading and no rows", "文件只有表头，没有数据"),
        ("the file is empty", "文件是空的"),
        ("is there twice, as column", "有一列出现了两次，请只留一列"),
        ("columns, where (\\d+) are the most", "列数太多，最多 $1 列"),
        ("an old Excel workbook|binary Excel workbook", "这是旧格式、二进制或加了密码的 Excel，请另存为 .xlsx 或 CSV"),
        ("this is (?:a|an) (PNG|JPEG|GIF) image", "这是 $1 图片，请选择 CSV 或 Excel（.xlsx）文件"),
        ("this is a PDF document", "这是 PDF，请选择 CSV 或 Excel（.xlsx）文件"),
        ("archive", "这是压缩包，请解压后选择里面的表格"),
        ("UTF-16 text", "这是 UTF-16 文本，请另存为“CSV UTF-8”或 .xlsx"),
        ("this is HTML or XML", "这是网页格式的表格，请用 Excel 打开后另存为 .xlsx 或 CSV"),
        ("this is binary data|this is a damaged", "文件无法读取或已损坏，请重新保存为 .xlsx 或 CSV"),
        ("the file is UTF-8, but the bytes in line (\\d+) are not", "第 $1 行的编码已损坏，请重新保存文件"),
    ];
}
