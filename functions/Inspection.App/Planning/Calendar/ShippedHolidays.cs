using System.Globalization;

namespace Inspection.App.Planning;

/// <summary>
/// The notices that the program ships (<c>Data/holidays.csv</c>): a line for each run of days, with the number of the notice
/// of the General Office of the State Council (国务院办公厅关于部分节假日安排的通知) that names them.
/// </summary>
internal static class ShippedHolidays
{
    private const string Resource = "Inspection.App.Planning.Calendar.Data.holidays.csv";
    private const string Header = "from,to,kind,name,source";
    private const string Form = "yyyy-MM-dd";

    /// <summary>Every day of the file.</summary>
    public static IReadOnlyList<SpecialDay> Days { get; } = [.. Lines().SelectMany(Read)];

    private static IEnumerable<string> Lines()
    {
        using var file = typeof(ShippedHolidays).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the program lacks its resource {Resource}");
        using var text = new StreamReader(file);
        if (text.ReadLine() != Header)
            throw new InvalidOperationException($"{Resource} does not begin with {Header}");
        while (text.ReadLine() is { } line)
            yield return line;
    }

    private static IEnumerable<SpecialDay> Read(string line)
    {
        var cells = line.Split(',');
        for (var day = Day(cells[0]); day <= Day(cells[1]); day = day.AddDays(1))
            yield return new SpecialDay(day, Enum.Parse<DayKind>(cells[2]), cells[3], cells[4]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);
}
