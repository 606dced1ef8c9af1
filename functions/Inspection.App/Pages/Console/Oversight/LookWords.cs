using System.Globalization;
using Inspection.App.Oversight;

namespace Inspection.App.Pages.Console;

/// <summary>What the looks at past draws mean, for who is no statistician.</summary>
internal static class LookWords
{
    // A chance below is said as "less than this".
    private const double Smallest = 0.0001;

    public static string Meaning(this Words words, LookKind kind) => kind switch
    {
        LookKind.Tickets => words[
            "公平的签号会均匀散开，没有哪一段特别密或特别空；数值是与均匀分布的最大差距。",
            "Fair tickets are spread evenly, with no part crowded or bare; the number is the largest gap to an even spread."],
        LookKind.Thresholds => words[
            "每类最后一个入选的签号，应当落在抽同样多户时它通常落到的地方；数值是与预期分布的最大差距。",
            "The last ticket that was drawn of a class should lie where it lies when so many are drawn; the number is the largest gap to what is expected."],
        LookKind.District => words[
            "一个地区被抽中的户数，应当与它在底册里的户数相称。",
            "A district should be drawn as often as its share of the roster says."],
        LookKind.Industry => words[
            "一个行业被抽中的户数，应当与它在底册里的户数相称。",
            "An industry should be drawn as often as its share of the roster says."],
        LookKind.Inspector => words[
            "每名执法人员参加检查的次数，应当接近与同事平均分担时的次数。",
            "An inspector should serve about as often as an even share among colleagues says."],
        _ => words[
            "同一名执法人员再次检查同一家企业，不应当比随机分组时更多。",
            "The same inspector should not meet the same enterprise again more often than random teams do."],
    };

    /// <summary>Of whom a look is.</summary>
    public static string Subject(this Words words, Look look) => look switch
    {
        { Subject.Length: > 0 } => look.Subject,
        { Kind: LookKind.District or LookKind.Industry } => words["没有登记", "not registered"],
        _ => words["全部抽取", "All draws"],
    };

    /// <summary>What was seen or is expected: a gap between 0 and 1, or a count.</summary>
    public static string Measure(this Look look, double value) =>
        value.ToString(look.Kind is LookKind.Tickets or LookKind.Thresholds ? "0.000" : "0.#", CultureInfo.InvariantCulture);

    public static string Chance(this Words words, double chance) =>
        chance < Smallest ? words[$"不到 {words.Percent(Smallest)}", $"under {words.Percent(Smallest)}"] : words.Percent(chance);
}
