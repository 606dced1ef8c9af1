using Inspection.App.Planning;
using Inspection.App.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace Inspection.App.Tests.Planning.Calendar;

public sealed class LocalTimeTests
{
    private static readonly DateTimeOffset LateInLondon = new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Days_are_those_of_Beijing_unless_the_setting_says_otherwise()
    {
        await using var beijing = await TestApp.StartAsync();
        await using var bangkok = await TestApp.StartAsync(("TimeZone", "Asia/Bangkok"));

        Assert.Equal(new DateOnly(2026, 12, 1), beijing.Service<LocalTime>().DayOf(LateInLondon));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 16, 0, 0, TimeSpan.Zero), beijing.Service<LocalTime>().StartOf(new DateOnly(2026, 12, 1)));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero), bangkok.Service<LocalTime>().StartOf(new DateOnly(2026, 12, 1)));
    }

    [Theory]
    [InlineData("Asia/Nowhere", "does not know")]
    [InlineData("America/New_York", "UTC-5")]
    public async Task A_zone_that_is_unknown_or_does_not_suit_the_timers_stops_the_start(string zone, string said)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(("TimeZone", zone)));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
