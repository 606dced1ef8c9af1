using System.CommandLine;
using System.Text;
using Inspection.App.Directory;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Terminal;

/// <summary>
/// Runs a command line and turns what can go wrong into one clear line and an exit code: 0 success, 1 a check failed,
/// 2 wrong usage or input.
/// </summary>
internal static class CommandLine
{
    public static int Run(RootCommand root, string[] args, Screen screen)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                screen.Fail(error.Message);
            screen.Note($"'{parsed.CommandResult.Command.Name} --help' tells how this command is used");
            return ExitCode.WrongInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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

    private static bool IsAboutInput(Exception e) => e is WrongInputException or UnreadableFileException
        or ProtocolException or IOException or UnauthorizedAccessException;
}
