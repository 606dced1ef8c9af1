using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Inspection.App.Terminal;

/// <summary>Options that are whole numbers within bounds, refused with both bounds while the command line is read.</summary>
internal static class NumberOption
{
    /// <summary>An option with a default.</summary>
    public static Option<T> Create<T>(string name, T from, T to, T usually, string description)
        where T : struct, IBinaryInteger<T>
    {
        var option = new Option<T>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usually };
        option.CustomParser = result => Parse(result.Tokens[0].Value, name, from, to, result.AddError) ?? usually;
        return option;
    }

    /// <summary>An option that may be left out.</summary>
    public static Option<T?> Optional<T>(string name, T from, T to, string description)
        where T : struct, IBinaryInteger<T>
    {
        var option = new Option<T?>(name) { Description = description, HelpName = "N" };
        option.CustomParser = result => Parse(result.Tokens[0].Value, name, from, to, result.AddError);
        return option;
    }

    private static T? Parse<T>(string text, string name, T from, T to, Action<string> refuse)
        where T : struct, IBinaryInteger<T>
    {
        if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;
        refuse($"{name} '{text}' is not a whole number from {from} to {to}");
        return null;
    }
}
