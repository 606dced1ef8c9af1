using System.Globalization;
using System.Security.Cryptography;

namespace Inspection.App.Storage;

/// <summary>Names for new things, of A-Z a-z 0-9 and hyphen: the day they were made, then a random part.</summary>
public static class NewId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int RandomLength = 8;

    public static string At(DateTimeOffset time) =>
        time.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetString(Alphabet, RandomLength);
}
