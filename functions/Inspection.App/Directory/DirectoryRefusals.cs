using Inspection.App.Outcomes;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>What all directories refuse in the same words.</summary>
internal static class DirectoryRefusals
{
    public static Refusal Unknown(string what) => Refusal.NotFound($"the directory holds no {what}");

    public static Refusal Stale(string what) =>
        Refusal.Stale($"somebody changed {what} since you read it; read it again and repeat your change");

    public static Refusal BadValue(string field, string problem) => Refusal.Invalid(
        "bad-value", $"{field}: {problem}", ProblemsInChinese.Of(problem) is { } chinese ? $"{NameOf(field)}{chinese}。" : "");

    /// <summary>Why a conditional write was not done.</summary>
    public static Refusal NotWritten(WriteOutcome outcome, string what) =>
        outcome == WriteOutcome.Missing ? Unknown(what) : Stale(what);

    // A column is called "name (企业名称)"; a field that is none has its name beside it on the page.
    private static string NameOf(string field) =>
        field.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? $"“{field[(at + 1)..].TrimEnd(')')}”：" : "";
}
