using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Inspection.App.Directory;

namespace Inspection.App.Tests.Directory;

public class CellDateTests
{
    [Theory]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026/12/31", "2026-12-31")]
    [InlineData("2026/1/5", "2026-01-05")]
    [InlineData("2026-1-5", "2026-01-05")]
    [InlineData("20261231", "2026-12-31")]
    [InlineData("2026年12月31日", "2026-12-31")]
    [InlineData("2026年1月5日", "2026-01-05")]
    [InlineData("２０２６－０１－０５", "2026-01-05")]
    [InlineData("\u30002026-01-05 ", "2026-01-05")]
    [InlineData("2026-01-05 00:00:00", "2026-01-05")]
    [InlineData("2026/1/5 0:00:00", "2026-01-05")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void TryParse_AFormOfRegisters_GivesTheDay(string text, string day) =>
        Assert.Equal(day, Parse(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("20230229")]
    [InlineData("2023-13-01")]
    [InlineData("2023-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("26-01-05")]
    [InlineData("2026-01-05 10:30:00")]
    [InlineData("2026-01")]
    [InlineData("2026-01-05-")]
    [InlineData("2026/01-05")]
    [InlineData("2026年1月5")]
    [InlineData("2026-01-٠٥")]
    [InlineData("2026- 1-5")]
    [InlineData("46022")]
    [InlineData("-")]
    [InlineData("年月日")]
    [InlineData("")]
    [InlineData("not a day")]
    public void TryParse_NoDay_IsRefused(string text) => Assert.Null(Parse(text));

    [Property]
    public bool TryParse_AnyDayInAnyForm_ComesBack(int number)
    {
        var day = DateOnly.FromDayNumber((int)((uint)number % (DateOnly.MaxValue.DayNumber + 1)));
        string[] forms = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日"];
        return forms.All(form => Parse(day.ToString(form, CultureInfo.InvariantCulture)) == day);
    }

    [Property]
    public void TryParse_AnyText_NeverThrows(string? text) => Parse(text ?? "");

    private static DateOnly? Parse(string text) =>
        CellDate.TryParse(Encoding.UTF8.GetBytes(text), out var date) ? date : null;
}
