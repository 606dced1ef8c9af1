using System.Globalization;

namespace Inspection.App.Pages.Console;

/// <summary>How large a file is, for people.</summary>
internal static class FileSizes
{
    private const double Mebibyte = 1024 * 1024;

    public static string Of(long bytes) => bytes < Mebibyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:0.0} MB");
}
