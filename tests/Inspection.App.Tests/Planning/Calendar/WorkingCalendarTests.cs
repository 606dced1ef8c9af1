using System.Globalization;
using Inspection.App.Planning;

namespace Inspection.App.Tests.Planning.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Shipped = new(ShippedHolidays.Days.ToDictionary(day => day.Date));

    // Counted by hand on a wall calendar with the notices of 2025 and 2026 beside it.
    [Theory]
    [InlineData("2026-01-20", 20, "2026-02-24")] // over Spring Festival: 14 February is worked, 15 to 23 are off
    [InlineData("2026-02-13", 20, "2026-03-19")] // the day before the moved Saturday; 28 February is worked too
    [InlineData("2026-09-15", 20, "2026-10-19")] // over Mid-Autumn and National Day: 20 September and 10 October are worked
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")] // a worked Saturday
    [InlineData("2025-09-30", 1, "2025-10-09")] // National Day and Mid-Autumn together: 1 to 8 October
    [InlineData("2024-02-09", 1, "2024-02-18")] // a worked Sunday
    [InlineData("2026-03-02", 20, "2026-03-30")] // four plain weeks
    public void Add_AcrossHolidays_EndsOnTheRightDay(string from, int days, string wanted) =>
        Assert.Equal(new WorkingDeadline(Day(wanted), IsProvisional: false), Shipped.Add(Day(from), days));

    [Fact]
    public void Add_NoDays_StaysOnTheDay() => Assert.Equal(Day("2026-10-01"), Shipped.Add(Day("2026-10-01"), 0).Day);

    [Fact]
    public void Add_BeyondTheLastDay_EndsThere() =>
        Assert.Equal(new WorkingDeadline(DateOnly.MaxValue, IsProvisional: true), Shipped.Add(DateOnly.MaxValue.AddDays(-3), 20));

    [Fact]
    public void Add_IntoAYearWithoutNotice_IsProvisional()
    {
        Assert.False(Shipped.Add(Day("2026-11-27"), 20).IsProvisional);
        var next = Shipped.Add(Day("2026-12-15"), 20);
        Assert.Equal(new WorkingDeadline(Day("2027-01-12"), IsProvisional: true), next);
    }

    [Theory]
    [InlineData("2026-02-13", "2026-02-25", 3)]
    [InlineData("2026-02-25", "2026-02-13", -3)]
    [InlineData("2026-02-25", "2026-02-25", 0)]
    public void Between_TwoDays_CountsWorkingDaysAfterTheFirst(string from, string to, int wanted) =>
        Assert.Equal(wanted, Shipped.Between(Day(from), Day(to)));

    [Fact]
    public void Between_AndAdd_Agree()
    {
        for (var day = Day("2024-01-01"); day < Day("2026-12-01"); day = day.AddDays(3))
            Assert.Equal(20, Shipped.Between(day, Shipped.Add(day, 20).Day));
    }

    // The law (全国年节及纪念日放假办法, as of 2025) gives 13 days off and of 2024 gave 11; a notice moves days of rest and
    // makes none: a year has as many working days as weekdays less those days.
    [Theory]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void ShippedDays_OfAYear_MoveRestAndAddOnlyTheStatutoryDays(int year, int statutory)
    {
        var days = Enumerable.Range(0, 366).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(day => day.Year == year).ToList();
        var weekdays = days.Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        Assert.True(Shipped.IsSettled(year));
        Assert.Equal(weekdays - statutory, days.Count(Shipped.IsWorkingDay));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
