using System.CommandLine;

namespace Inspection.App.Terminal;

/// <summary>Settings of the service behind the options of a command that works on the service's store.</summary>
internal static class ServiceSettings
{
    /// <summary>What is no option of the command is a setting, SECTION:NAME.</summary>
    /// <exception cref="WrongInputException">It is neither: a slip.</exception>
    public static string[] Of(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(static text => text.StartsWith('-') && !text.Contains(':', StringComparison.Ordinal)) is { } slip)
            throw new WrongInputException($"{slip} is no option; '{NameOf(parsed.CommandResult)} --help' tells how this command is used");
        return [.. parsed.UnmatchedTokens];
    }

    private static string NameOf(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult { Parent: not null } above
            ? $"{above.Command.Name} {command.Command.Name}"
            : command.Command.Name;
}
