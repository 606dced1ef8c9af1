namespace Inspection.App.Pages.Console;

/// <summary>How people call a source of the configuration.</summary>
internal static class SettingWords
{
    /// <param name="words">The reader's language.</param>
    /// <param name="source">What the source calls itself; null for the program's own default.</param>
    public static string Source(this Words words, string? source)
    {
        if (source is null)
            return words["程序默认", "the program's default"];
        if (source.StartsWith("EnvironmentVariables", StringComparison.Ordinal))
            return words["环境变量", "environment variable"];
        if (source.StartsWith("CommandLine", StringComparison.Ordinal))
            return words["命令行参数", "command line"];
        if (source.StartsWith("Json", StringComparison.Ordinal))
            return words["配置文件 ", "file "] + source.Split('\'').ElementAtOrDefault(1);
        return words["启动程序", "the host"];
    }
}
