using System.CommandLine;

namespace Inspection.App.Terminal;

internal static class CommandExtensions
{
    /// <summary>
    /// Makes the command do long work that Ctrl-C or a request to end cancels, so that it can take away what it had begun.
    /// </summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        // On a thread of its own: the handler of the signals waits on this one.
        command.SetAction((parsed, cancellation) => Task.Run(() => work(parsed, cancellation), CancellationToken.None));
}
