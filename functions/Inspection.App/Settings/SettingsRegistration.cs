using Microsoft.Extensions.Options;

namespace Inspection.App.Settings;

internal static class SettingsRegistration
{
    /// <summary>
    /// Adds the settings of a section. A value that cannot be read, a name that the record does not have, and what
    /// <see cref="ISettings.Problems"/> finds stop the start, each with a line of its own.
    /// </summary>
    public static IHostApplicationBuilder AddSettings<T>(this IHostApplicationBuilder builder)
        where T : class, ISettings
    {
        var section = builder.Configuration.GetSection(T.Section);
        builder.Services.AddSingleton<IValidateOptions<T>>(new Validation<T>(section));
        builder.Services.AddSingleton(services => new SettingsSection(T.Section, typeof(T), () => services.GetRequiredService<IOptions<T>>().Value));
        builder.Services.AddOptions<T>().Configure(settings => Bind(section, settings)).ValidateOnStart();
        return builder;
    }

    private static void Bind<T>(IConfigurationSection section, T settings)
        where T : class, ISettings
    {
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new OptionsValidationException(section.Key, typeof(T), [unreadable.Message]);
        }
    }

    private sealed class Validation<T>(IConfigurationSection section) : IValidateOptions<T>
        where T : class, ISettings
    {
        private static readonly IReadOnlyList<string> Names =
            [.. typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order()];

        public ValidateOptionsResult Validate(string? name, T options)
        {
            var problems = UnknownNames().Concat(options.Problems()).ToList();
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }

        private IEnumerable<string> UnknownNames() => section.GetChildren()
            .Where(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is no setting; {section.Key} has {string.Join(", ", Names)}");
    }
}
