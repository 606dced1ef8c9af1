using Inspection.App.Settings;

namespace Inspection.App.Outcomes;

/// <summary>The settings <c>Answers:…</c>.</summary>
internal sealed record AnswerOptions : ISettings
{
    public static string Section => "Answers";

    /// <summary>How many seconds a request waits for long work before it answers 202 and the work goes on alone.</summary>
    public double WithinSeconds { get; set; } = 2;

    public IEnumerable<string> Problems()
    {
        if (WithinSeconds is not (>= 0 and <= 60))
            yield return $"{Section}:{nameof(WithinSeconds)} is {WithinSeconds}, not 0 to 60";
    }
}
