using System.Globalization;
using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// The enterprises of a synthetic district. Each is made from the seed and its index alone, so that a registry of any
/// size needs no memory and an inspector can be recused for one that is not written yet.
/// </summary>
internal sealed class SampleEnterprises(ulong seed)
{
    public const string Heading = "uscc,name,risk_class,district,industry,address,status,registered_on";

    private const ulong Stream = 1;
    private const ulong CodeStream = 2;
    private const int OfCompanies = 550;
    private const int OfSoleTraders = 400;
    private const int OfGone = 30;

    private static readonly DateOnly FirstDay = new(1995, 1, 1);
    private static readonly DateOnly NewCodes = new(2015, 10, 1);
    private static readonly DateOnly LastDay = new(2025, 12, 31);
    private static readonly int IndustryShares = SampleWords.Industries.Sum(industry => industry.Share);

    private readonly SampleCodes codes = new(SampleRandom.Of(seed, CodeStream, 0));

    /// <summary>The code of enterprise <paramref name="index"/>.</summary>
    public UnifiedSocialCreditCode Code(int index)
    {
        var random = SampleRandom.Of(seed, Stream, index);
        return Code(ref random, index, out _, out _);
    }

    /// <summary>Writes the row of enterprise <paramref name="index"/>, its line end included.</summary>
    public void WriteRow(TextWriter writer, int index)
    {
        var random = SampleRandom.Of(seed, Stream, index);
        var code = Code(ref random, index, out var kind, out var registeredOn);
        Span<char> text = stackalloc char[UnifiedSocialCreditCode.Length];
        System.Text.Encoding.ASCII.GetChars(code.Bytes, text);
        writer.Write(text);
        writer.Write(',');
        var subdistrict = random.Pick<string>(SampleWords.Subdistricts);
        var industry = WriteName(writer, ref random, kind, subdistrict);
        writer.Write(',');
        writer.Write(ClassOf(random.Below(1000)));
        writer.Write(',');
        writer.Write(SampleWords.District);
        writer.Write(subdistrict);
        writer.Write(',');
        writer.Write(industry);
        writer.Write(',');
        WriteAddress(writer, ref random, subdistrict);
        writer.Write(',');
        writer.Write(StatusOf(ref random));
        writer.Write(',');
        Span<char> day = stackalloc char[10];
        registeredOn.TryFormat(day, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.Write(day);
        writer.Write('\n');
    }

    // The first numbers of an enterprise decide its code, so that its code can be had alone.
    private UnifiedSocialCreditCode Code(ref SampleRandom random, int index, out int kind, out DateOnly registeredOn)
    {
        var share = random.Below(1000);
        kind = share < OfCompanies ? 1 : share < OfCompanies + OfSoleTraders ? 2 : 3;
        registeredOn = FirstDay.AddDays(random.Below(LastDay.DayNumber - FirstDay.DayNumber + 1));
        return codes.Make(kind, registeredOn >= NewCodes, index);
    }

    /// <summary>Writes a name of the form that its kind asks for, and returns the industry that it names.</summary>
    private static string WriteName(TextWriter writer, ref SampleRandom random, int kind, string subdistrict)
    {
        writer.Write(SampleWords.City);
        writer.Write(SampleWords.District);
        if (kind == 2)
            writer.Write(subdistrict);
        writer.Write(random.Pick<string>(SampleWords.TradeFirst));
        writer.Write(random.Pick<string>(SampleWords.TradeSecond));
        writer.Write(random.Pick<string>(SampleWords.TradeThird));
        if (kind == 3)
        {
            writer.Write(random.Pick<string>(SampleWords.CooperativeLines));
            writer.Write("农民专业合作社");
            return "农产品种植加工";
        }

        var industry = IndustryAt(random.Below(IndustryShares));
        if (kind == 2)
        {
            writer.Write(random.Pick<string>(industry.Shops));
            return industry.Name;
        }

        writer.Write(random.Pick<string>(industry.Lines));
        writer.Write(random.Pick<string>(SampleWords.CompanyForms));
        return industry.Name;
    }

    private static void WriteAddress(TextWriter writer, ref SampleRandom random, string subdistrict)
    {
        writer.Write(SampleWords.City);
        writer.Write(SampleWords.District);
        writer.Write(subdistrict);
        writer.Write(random.Pick<string>(SampleWords.Streets));
        WriteNumber(writer, 1 + random.Below(399));
        writer.Write('号');
        if (random.Chance(300))
        {
            WriteNumber(writer, 1 + random.Below(20));
            writer.Write("幢");
            WriteNumber(writer, 101 + random.Below(900));
            writer.Write('室');
        }
    }

    private static void WriteNumber(TextWriter writer, int number)
    {
        Span<char> digits = stackalloc char[10];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
    }

    private static SampleIndustry IndustryAt(int share)
    {
        foreach (var industry in SampleWords.Industries)
        {
            share -= industry.Share;
            if (share < 0)
                return industry;
        }

        throw new ArgumentOutOfRangeException(nameof(share));
    }

    // A 60%, B 28%, C 9%, D 3%.
    private static char ClassOf(int perMille) => perMille switch
    {
        < 600 => 'A',
        < 880 => 'B',
        < 970 => 'C',
        _ => 'D',
    };

    private static string StatusOf(ref SampleRandom random)
    {
        if (!random.Chance(OfGone))
            return random.Chance(100) ? "在营（开业）企业" : "存续";
        return random.Below(10) switch
        {
            < 6 => "注销",
            < 9 => "吊销",
            _ => "迁出",
        };
    }
}
