namespace Inspection.App.Directory;

/// <summary>
/// Days as registers write them: 2026-12-31, 2026/1/5, 20261231, 2026年12月31日; a midnight behind them, as exports from
/// databases have it, is ignored. Only days that exist.
/// </summary>
internal static class CellDate
{
    /// <summary>The forms in words, for errors.</summary>
    public const string Forms = "2026-12-31, 2026/12/31, 20261231 or 2026年12月31日";

    private static readonly string[] Midnights = [" 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00"];

    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateOnly date) =>
        TryParseIso(CellText.TrimAscii(utf8), out date) || TryParse(CellText.Narrow(utf8), out date);

    private static bool TryParse(string narrow, out DateOnly date)
    {
        var text = WithoutMidnight(narrow);
        date = default;
        if (text.Length == 8 && text.IndexOfAnyExceptInRange('0', '9') < 0)
            return TryMake(text[..4], text[4..6], text[6..], out date);
        var (first, second) = text.Contains('年') ? ('年', '月')
            : text.Contains('/') ? ('/', '/')
            : ('-', '-');
        if (first == '年')
        {
            if (!text.EndsWith("日"))
                return false;
            text = text[..^1];
        }

        var year = text.IndexOf(first);
        if (year < 0)
            return false;
        var month = text[(year + 1)..].IndexOf(second);
        return month >= 0
            && TryMake(text[..year], text.Slice(year + 1, month), text[(year + month + 2)..], out date);
    }

    private static ReadOnlySpan<char> WithoutMidnight(string text)
    {
        foreach (var midnight in Midnights)
        {
            if (text.EndsWith(midnight, StringComparison.Ordinal))
                return text.AsSpan(0, text.Length - midnight.Length);
        }

        return text;
    }

    private static bool TryMake(
        ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, out DateOnly date)
    {
        date = default;
        return year.Length == 4
            && TryNumber(year, out var y) && TryNumber(month, out var m) && TryNumber(day, out var d)
            && TryMake(y, m, d, out date);
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        if (digits.Length is 0 or > 4)
            return false;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            number = (number * 10) + (c - '0');
        }

        return true;
    }

    // The form of nearly every cell, read from its bytes without a string.
    private static bool TryParseIso(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && TryNumber(text[..4], out var y) && TryNumber(text[5..7], out var m) && TryNumber(text[8..], out var d)
            && TryMake(y, m, d, out date);
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit((char)c))
                return false;
            number = (number * 10) + (c - '0');
        }

        return true;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }
}
