using Inspection.App.Settings;

namespace Inspection.App.Hosting;

/// <summary>The settings <c>Limits:…</c>.</summary>
internal sealed record LimitsOptions : ISettings
{
    private const int MaxMegabytes = 1024;

    public static string Section => "Limits";

    /// <summary>How many requests one address may make in a minute; 0 for no limit, where a gateway in front has its own.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>How many forms one address may send in an hour without signing in; 0 for no limit.</summary>
    public int FormsPerHour { get; init; } = 20;

    /// <summary>The largest body, in MiB.</summary>
    public int BodyMegabytes { get; init; } = 50;

    public long BodyBytes => BodyMegabytes * 1024L * 1024;

    public IEnumerable<string> Problems()
    {
        if (RequestsPerMinute < 0)
            yield return $"Limits:RequestsPerMinute is {RequestsPerMinute}; give 1 or more, or 0 for no limit";
        if (FormsPerHour < 0)
            yield return $"Limits:FormsPerHour is {FormsPerHour}; give 1 or more, or 0 for no limit";
        if (BodyMegabytes is < 1 or > MaxMegabytes)
            yield return $"Limits:BodyMegabytes is {BodyMegabytes}; give 1 to {MaxMegabytes}";
    }
}
