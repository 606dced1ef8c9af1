using System.Security.Cryptography;

namespace Inspection.App.Results;

/// <summary>Names that nobody finds by trying: a hundred random bits, in characters that are not taken for one another.</summary>
internal static class Receipt
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 20;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static bool IsOne(string text) => text.Length == Length && text.All(Alphabet.Contains);
}
