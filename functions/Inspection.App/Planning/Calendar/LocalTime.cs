namespace Inspection.App.Planning;

/// <summary>
/// The clock on the wall: the days and months that the rules speak of are those of the authority's time zone, while
/// everything is stored in UTC.
/// </summary>
public sealed class LocalTime
{
    /// <summary>China keeps one time, without summer time since 1991.</summary>
    public const string DefaultZone = "Asia/Shanghai";

    private readonly TimeZoneInfo zone;
    private readonly TimeProvider clock;

    public LocalTime(TimeZoneInfo zone, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(zone);
        (this.zone, this.clock) = (zone, clock);
    }

    /// <summary>Beijing time, where nothing else is configured.</summary>
    public static TimeZoneInfo Beijing { get; } =
        TimeZoneInfo.CreateCustomTimeZone(DefaultZone, TimeSpan.FromHours(8), "北京时间", "北京时间");

    /// <summary>How the zone is named beside a time.</summary>
    public string ZoneName => zone.DisplayName;

    public DateTimeOffset Now => Of(clock.GetUtcNow());

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public DateTimeOffset Of(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);

    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Of(time).DateTime);

    /// <summary>The moment at which a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
