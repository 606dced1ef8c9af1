using System.Collections;
using System.Reflection;

namespace Inspection.App.Settings;

/// <summary>A setting as it is in force.</summary>
/// <param name="Name">Its name, such as <c>Rules:TeamMinimum</c>.</param>
/// <param name="Value">Its value in words; of a secret only that there is one.</param>
/// <param name="Source">The source of the configuration that gave it; null where it is the program's own default.</param>
/// <param name="IsSecret">Whether the value is withheld.</param>
internal sealed record SettingView(string Name, string Value, string? Source, bool IsSecret);

/// <summary>Reads every setting that the app has, with its value and where it comes from.</summary>
internal sealed class SettingsList(IEnumerable<SettingsSection> sections, IConfiguration configuration)
{
    private const string Withheld = "••••••";

    // Whatever is called like this is never shown, also in sections to come.
    private static readonly string[] Secrets = ["Secret", "Password", "ConnectionString", "Token", "SharedKey"];

    // Names that hold one of the words and no secret.
    private static readonly string[] Open = ["LocalTokens"];

    public IReadOnlyList<(string Section, IReadOnlyList<SettingView> Settings)> Read() =>
        [.. sections.OrderBy(section => section.Name, StringComparer.Ordinal).Select(section => (section.Name, SettingsOf(section)))];

    private IReadOnlyList<SettingView> SettingsOf(SettingsSection section)
    {
        var values = section.Read();
        return
        [
            .. section.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
                .Select(property => View($"{section.Name}:{property.Name}", property.Name, property.GetValue(values))),
        ];
    }

    private SettingView View(string path, string name, object? value)
    {
        var isSecret = !Open.Contains(name) && Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase));
        var text = Text(value);
        return new SettingView(path, isSecret && text.Length > 0 ? Withheld : text, SourceOf(path), isSecret);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IDictionary pairs => string.Join(", ", pairs.Keys.Cast<object>().Select(key => $"{key}={Text(pairs[key])}")),
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Text)),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // The last source that has the setting, or something beneath it, wins.
    private string? SourceOf(string path) => configuration is IConfigurationRoot root
        ? root.Providers.Reverse().FirstOrDefault(provider => provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any()) is { } found
            ? found.ToString()
            : null
        : null;
}
