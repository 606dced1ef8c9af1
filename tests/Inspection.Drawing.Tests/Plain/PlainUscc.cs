namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// PROTOCOL.md, "Notation": a unified social credit code and its check character after GB 32100-2015. The n-th of the
/// first 17 characters weighs 3^(n-1) mod 31; the last character makes the weighted sum divisible by 31.
/// </summary>
internal static class PlainUscc
{
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsValid(string uscc) =>
        uscc.Length == 18 && uscc.All(Alphabet.Contains) && uscc[17] == CheckCharacter(uscc[..17]);

    public static char CheckCharacter(string first17)
    {
        var sum = 0;
        var weight = 1;
        foreach (var c in first17)
        {
            sum += Alphabet.IndexOf(c) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - sum % 31) % 31];
    }
}
