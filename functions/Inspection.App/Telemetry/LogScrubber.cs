using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Inspection.App.Telemetry;

/// <summary>
/// Leaves of a log record its words without what was filled in, the values that are known to be harmless, and of an error
/// its type and where it came from: what was filled in, and the words of an error, may hold anything.
/// </summary>
internal sealed class LogScrubber : BaseProcessor<LogRecord>
{
    private const string Words = "{OriginalFormat}";

    private static readonly HashSet<string> Harmless = ["RequestId", "Method", "Route", "Job", "Due", "DrawId", "Count"];

    public override void OnEnd(LogRecord data)
    {
        var given = data.Attributes ?? [];
        data.Body = given.FirstOrDefault(attribute => attribute.Key == Words).Value as string;
        data.FormattedMessage = null;
        data.Attributes = [.. given.Where(attribute => Harmless.Contains(attribute.Key)), .. Of(data.Exception)];
        data.Exception = null;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Of(Exception? error)
    {
        if (error is null)
            yield break;
        yield return new("exception.type", string.Join(" < ", Causes(error).Select(cause => cause.GetType().FullName)));
        yield return new("exception.stacktrace", string.Join('\n', Causes(error).Select(cause => new StackTrace(cause).ToString())));
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
