using Inspection.App.Directory;

namespace Inspection.App.Pages.Console;

/// <summary>How people call the directories and the states of an import.</summary>
internal static class ImportWords
{
    /// <summary>The directories that take files.</summary>
    public static IReadOnlyList<string> Directories { get; } = ["enterprises", "inspectors", "items"];

    public static string Directory(this Words words, string directory) => directory switch
    {
        "enterprises" => words["企业", "Enterprises"],
        "inspectors" => words["执法检查人员", "Inspectors"],
        _ => words["抽查事项", "Check items"],
    };

    public static string State(this Words words, ImportState state) => state switch
    {
        ImportState.Waiting => words["等待处理", "Waiting"],
        ImportState.Checking => words["正在检查", "Checking"],
        ImportState.Writing => words["正在写入", "Writing"],
        ImportState.Done => words["已导入", "Imported"],
        ImportState.Checked => words["检查通过，还没有写入", "Checked; nothing is written yet"],
        ImportState.Rejected => words["有错误，没有写入", "Rows are wrong; nothing was written"],
        ImportState.Unreadable => words["文件无法读取", "The file cannot be read"],
        _ => words["导入失败", "It failed"],
    };

    public static Tone Tone(this ImportState state) => state switch
    {
        ImportState.Done or ImportState.Checked => Pages.Tone.Good,
        ImportState.Rejected or ImportState.Unreadable or ImportState.Failed => Pages.Tone.Bad,
        _ => Pages.Tone.Calm,
    };
}
