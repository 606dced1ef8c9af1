namespace Inspection.App.Planning;

/// <summary>
/// Counts working days (工作日): Monday to Friday, but for the days off that the State Council's yearly notice names, and
/// with the weekend days on which it lets people work instead.
/// </summary>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, SpecialDay> days)
{
    /// <summary>The days that are not what their weekday says, ascending.</summary>
    public IEnumerable<SpecialDay> SpecialDays => days.Values.OrderBy(static day => day.Date);

    /// <summary>What a notice says of the day, or null.</summary>
    public SpecialDay? Find(DateOnly day) => days.GetValueOrDefault(day);

    public bool IsWorkingDay(DateOnly day) => Find(day) is { } special
        ? special.Kind == DayKind.Workday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>
    /// Whether the year's notice is known. National Day is the last holiday of every notice, so a year that is still being
    /// typed in is not taken for a whole one; until then it is counted by weekends, and what follows is provisional.
    /// </summary>
    public bool IsSettled(int year) => Find(new DateOnly(year, 10, 1)) is { Kind: DayKind.Holiday };

    /// <summary>The n-th working day after a day, which itself is not counted; no day is later than the calendar's last.</summary>
    public WorkingDeadline Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var last = day;
        for (var left = workingDays; left > 0 && last < DateOnly.MaxValue;)
        {
            last = last.AddDays(1);
            if (IsWorkingDay(last))
                left--;
        }

        var years = Enumerable.Range(day.Year, last.Year - day.Year + 1);
        return new WorkingDeadline(last, !years.All(IsSettled));
    }

    /// <summary>How many working days are left from one day, not counted, to another; negative where that has passed.</summary>
    public int Between(DateOnly from, DateOnly to) => from <= to
        ? Enumerable.Range(from.DayNumber + 1, to.DayNumber - from.DayNumber).Count(IsWorkingDay)
        : -Between(to, from);

    private bool IsWorkingDay(int dayNumber) => IsWorkingDay(DateOnly.FromDayNumber(dayNumber));
}

/// <summary>The last day of a term in working days.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsProvisional">Whether it touches a year whose notice is not known, and so may still move.</param>
public readonly record struct WorkingDeadline(DateOnly Day, bool IsProvisional);
