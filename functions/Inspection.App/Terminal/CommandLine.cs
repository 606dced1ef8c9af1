using System.CommandLine;
using System.Text;
using Inspection.App.Directory;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Terminal;

/// <summary>
/// Runs a command line and turns what can go wrong into one clear line and an exit code: 0 success, 1 a check failed,
/// 2 wrong usage or input, 130 interrupted.
/// </summary>
internal static class CommandLine
{
    /// <summary>How long an interrupted command may take to clean up; writing one large file is the longest step.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(30);

    public static int Run(RootCommand root, string[] args, Screen screen)
    {
        var parsed = root.Parse(args);
        var problems = ProblemsOf(parsed).ToList();
        if (problems.Count > 0)
        {
            problems.ForEach(screen.Fail);
            screen.Note($"'{parsed.CommandResult.Command.Name} --help' tells how this command is used");
            return ExitCode.WrongInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = CleanUpTime,
                Output = screen.Output,
                Error = screen.Error,
            });
        }
        catch (OperationCanceledException)
        {
            screen.Fail("interrupted; no file was left half-written");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (IsAboutInput(e))
        {
            screen.Fail(e.Message);
            return ExitCode.WrongInput;
        }
        catch (OptionsValidationException settings)
        {
            return WrongSettings([settings], screen);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(e => e is OptionsValidationException))
        {
            return WrongSettings(several.InnerExceptions.Cast<OptionsValidationException>(), screen);
        }
    }

    private static int WrongSettings(IEnumerable<OptionsValidationException> settings, Screen screen)
    {
        foreach (var problem in settings.SelectMany(section => section.Failures).Distinct())
            screen.Fail(problem);
        return ExitCode.WrongInput;
    }

    /// <summary>Makes the process write UTF-8 whatever the terminal was set to, without a byte order mark.</summary>
    public static void UseUtf8() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static IEnumerable<string> ProblemsOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var stray = command.TreatUnmatchedTokensAsErrors ? parsed.UnmatchedTokens : StraySettings(parsed.UnmatchedTokens);
        return parsed.Errors.Select(error => OneLine(error.Message)).Concat(stray.Select(token => Unknown(token, command)));
    }

    /// <summary>
    /// What cannot be a setting of the service, which reads <c>--key=value</c>, <c>--key value</c> and lone <c>--key</c>.
    /// So a mistyped command never starts a service.
    /// </summary>
    private static IEnumerable<string> StraySettings(IReadOnlyList<string> tokens) => tokens.Where((token, i) =>
        !IsKey(token) && (i == 0 || !IsKey(tokens[i - 1]) || tokens[i - 1].Contains('=', StringComparison.Ordinal)));

    private static bool IsKey(string token) => token.Length > 2 && token.StartsWith("--", StringComparison.Ordinal);

    private static string Unknown(string token, Command command)
    {
        var known = IsKey(token)
            ? command.Options.Where(static option => !option.Hidden).Select(static option => option.Name)
            : command.Subcommands.Select(static sub => sub.Name);
        var list = string.Join(", ", known);
        return list.Length == 0
            ? $"'{token}' is not understood by {command.Name}"
            : $"'{token}' is not understood by {command.Name}; it knows {list}";
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsAboutInput(Exception e) => e is WrongInputException or UnreadableFileException
        or ProtocolException or IOException or UnauthorizedAccessException;
}
