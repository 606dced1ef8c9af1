using System.Text;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// Valid codes of synthetic enterprises, each of another one for every index below <see cref="MaxCount"/>.
/// </summary>
/// <remarks>
/// A code is: registration authority and kind (91 company, 92 sole trader, 93 cooperative), six digits of the district,
/// the organisation code of GB 11714 (eight characters and its check character), and the check character of GB 32100.
/// <para>
/// Codes given out since 2015 have an organisation part that begins with MA; older ones are digits only. In both kinds
/// the part comes from the index by <c>(factor · index + shift) mod size</c>, which meets no value twice while factor and
/// size have no common divisor.
/// </para>
/// </remarks>
internal sealed class SampleCodes
{
    /// <summary>So many different codes there are.</summary>
    public const int MaxCount = OlderSize;

    /// <summary>379901 is no district's code, so no synthetic enterprise can be taken for a real one.</summary>
    public const string District = "379901";

    private const int BodyLength = 8;
    private const int OlderSize = 100_000_000;
    private const int NewerSize = 31 * 31 * 31 * 31 * 31 * 31;

    private readonly (long Factor, long Shift) older;
    private readonly (long Factor, long Shift) newer;

    public SampleCodes(SampleRandom random)
    {
        // An odd number that is no multiple of 5 shares no divisor with a power of ten; 31 is a prime.
        var factor = 1 + (10L * random.Below(OlderSize / 10));
        older = (factor, random.Below(OlderSize));
        newer = (1 + (31L * random.Below(NewerSize / 31)), random.Below(NewerSize));
    }

    /// <summary>The code of enterprise <paramref name="index"/>.</summary>
    /// <param name="kind">1 company, 2 sole trader, 3 cooperative.</param>
    /// <param name="isNewer">Whether it was registered since 2015.</param>
    /// <param name="index">From 0 to below <see cref="MaxCount"/>.</param>
    public UnifiedSocialCreditCode Make(int kind, bool isNewer, int index)
    {
        Span<byte> code = stackalloc byte[UnifiedSocialCreditCode.Length];
        code[0] = (byte)'9';
        code[1] = (byte)('0' + kind);
        Encoding.ASCII.GetBytes(District, code[2..]);
        var body = code.Slice(8, BodyLength);
        if (isNewer)
        {
            "MA"u8.CopyTo(body);
            WriteDigits(Spread(newer, NewerSize, index), body[2..], UnifiedSocialCreditCode.Alphabet);
        }
        else
        {
            WriteDigits(Spread(older, OlderSize, index), body, "0123456789");
        }

        code[16] = OrganisationCheck(body);
        code[17] = (byte)UnifiedSocialCreditCode.CheckCharacter(code);
        return UnifiedSocialCreditCode.Parse(code);
    }

    /// <summary>
    /// GB 11714: 11 − (Σ value · weight mod 11), where 10 is written X and 11 is written 0; letters count from A = 10.
    /// </summary>
    public static byte OrganisationCheck(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < BodyLength; i++)
            sum += weights[i] * (body[i] <= '9' ? body[i] - '0' : body[i] - 'A' + 10);
        return (11 - (sum % 11)) switch
        {
            10 => (byte)'X',
            11 => (byte)'0',
            var digit => (byte)('0' + digit),
        };
    }

    private static long Spread((long Factor, long Shift) map, int size, int index) =>
        ((map.Factor * index) + map.Shift) % size;

    private static void WriteDigits(long number, Span<byte> destination, string digits)
    {
        for (var i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (byte)digits[(int)(number % digits.Length)];
            number /= digits.Length;
        }
    }
}
