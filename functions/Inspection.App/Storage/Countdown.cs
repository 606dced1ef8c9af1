using System.Globalization;

namespace Inspection.App.Storage;

/// <summary>Times as the beginnings of keys: since keys are read in ascending order, the newest come first.</summary>
public static class Countdown
{
    public static string Of(DateTimeOffset time) =>
        (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("d19", CultureInfo.InvariantCulture);
}
