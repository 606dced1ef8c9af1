using Microsoft.Extensions.Options;

namespace Inspection.App.Planning;

internal static class LocalTimeRegistration
{
    /// <summary>The setting, which stands alone beside the sections.</summary>
    private const string Setting = "TimeZone";

    // Timers run at fixed times of UTC, the monthly draw at 01:00 of the first: that must be the first on the wall too.
    private static readonly TimeSpan Earliest = TimeSpan.Zero;
    private static readonly TimeSpan Latest = TimeSpan.FromHours(14);

    /// <summary>Adds <see cref="LocalTime"/> in the zone of the setting; one that is unknown or west of Greenwich stops the start.</summary>
    public static IHostApplicationBuilder AddLocalTime(this IHostApplicationBuilder builder)
    {
        var name = builder.Configuration[Setting] ?? LocalTime.DefaultZone;
        builder.Services.AddOptions<Zone>().Configure(zone => zone.Info = Find(name)).ValidateOnStart();
        builder.Services.AddSingleton(services => new LocalTime(
            services.GetRequiredService<IOptions<Zone>>().Value.Info, services.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static TimeZoneInfo Find(string name)
    {
        // The default needs no time zone data of the system.
        if (name == LocalTime.DefaultZone)
            return LocalTime.Beijing;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            throw Unusable($"{Setting} is '{name}', which this system does not know; give an IANA name such as {LocalTime.DefaultZone}");
        return zone.BaseUtcOffset >= Earliest && zone.BaseUtcOffset <= Latest
            ? zone
            : throw Unusable($"{Setting} is '{name}', at UTC{zone.BaseUtcOffset.TotalHours:+0.##;-0.##}; the timers suit zones from UTC to UTC+14");
    }

    private static OptionsValidationException Unusable(string problem) => new(Setting, typeof(Zone), [problem]);

    private sealed class Zone
    {
        public TimeZoneInfo Info { get; set; } = LocalTime.Beijing;
    }
}
