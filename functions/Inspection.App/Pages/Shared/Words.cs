using System.Globalization;
using Inspection.App.Languages;
using Inspection.App.Planning;

namespace Inspection.App.Pages;

/// <summary>What a page says, in the language of its address; a page calls it <c>T</c>.</summary>
public sealed class Words(IHttpContextAccessor accessor, LocalTime local)
{
    public Language Language => LanguagePrefix.Of(accessor.HttpContext!);

    public bool IsEnglish => Language == Language.English;

    /// <summary>The time zone's name, which stands beside each time.</summary>
    public string Zone => !IsEnglish ? local.ZoneName
        : local.ZoneName == LocalTime.Beijing.DisplayName ? "Beijing time"
        : $"UTC{local.Now:zzz}";

    public DateTimeOffset Now => local.Now;

    /// <summary>The one of two texts that this reader wants.</summary>
    public string this[string chinese, string english] => IsEnglish ? english : chinese;

    public string Of(Enum member) => member.Label(Language);

    public string Day(DateOnly day) =>
        day.ToString(this["yyyy年M月d日", "d MMMM yyyy"], CultureInfo.InvariantCulture);

    /// <summary>The day on which a moment falls.</summary>
    public DateOnly DayOf(DateTimeOffset time) => local.DayOf(time);

    /// <summary>The days from one to another, without what both have in common.</summary>
    public string Days(DateOnly from, DateOnly to)
    {
        if (from == to)
            return Day(from);
        var (isYear, isMonth) = (from.Year == to.Year, from.Year == to.Year && from.Month == to.Month);
        var chinese = isMonth ? "d日" : isYear ? "M月d日" : "yyyy年M月d日";
        var english = isMonth ? "%d" : isYear ? "d MMMM" : "d MMMM yyyy";
        return this[
            $"{Day(from)}至{to.ToString(chinese, CultureInfo.InvariantCulture)}",
            $"{from.ToString(english, CultureInfo.InvariantCulture)} to {Day(to)}"];
    }

    public string Time(DateTimeOffset time)
    {
        var at = local.Of(time);
        var clock = at.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = Day(DateOnly.FromDateTime(at.DateTime));
        return this[$"{day} {clock}（{Zone}）", $"{day}, {clock} ({Zone})"];
    }

    public string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent, with as many places as it takes to tell it from none and from all.</summary>
    public string Percent(long part, long whole) => whole == 0 ? "–" : Percent((double)part / whole);

    /// <summary>The same of a share between 0 and 1.</summary>
    public string Percent(double share)
    {
        var percent = 100 * share;
        var places = percent is > 0 and < 1 or > 99 and < 100 ? "0.00" : "0.#";
        return percent.ToString(places, CultureInfo.InvariantCulture) + "%";
    }

    public string List(IEnumerable<string> names) => string.Join(this["、", ", "], names);
}
