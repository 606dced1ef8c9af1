using Inspection.App.Directory;
using Inspection.App.Oversight;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight.Estimates;

/// <summary>What is true of one question: who has the problem, and the rate that an estimate should find.</summary>
internal sealed record SimulatedItem(string Code, HashSet<UnifiedSocialCreditCode> Ill, double Rate);

/// <summary>The items of a simulated district and the truth about them, which the draws know nothing of.</summary>
internal static class SimulatedItems
{
    /// <summary>The rates of a plan: A 5%, B 10%, C 30%, D all.</summary>
    public static Dictionary<RiskClass, BasisPoints> Rates { get; } = new()
    {
        [RiskClass.Parse("A")] = new(500), [RiskClass.Parse("B")] = new(1000),
        [RiskClass.Parse("C")] = new(3000), [RiskClass.Parse("D")] = new(10000),
    };

    /// <summary>How likely an enterprise of class A, B, C, D is to have the problem.</summary>
    private static readonly Dictionary<string, int[]> PerMille = new()
    {
        ["少见"] = [20, 40, 80, 200], ["常见"] = [100, 150, 250, 500], ["多数"] = [400, 500, 600, 800], ["无别"] = [120, 120, 120, 120],
    };

    public static IReadOnlyList<string> Codes => [.. PerMille.Keys];

    /// <summary>Every item in the whole district, and the common ones in its largest part.</summary>
    public static IReadOnlyDictionary<RateQuestion, SimulatedItem> Of(SimulatedDistrict district)
    {
        var items = new Dictionary<RateQuestion, SimulatedItem>();
        foreach (var (code, perMille) in PerMille)
        {
            var random = SampleRandom.Of(5, 5, items.Count);
            var ill = district.Enterprises.Where(one => random.Chance(perMille[one.RiskClass.ToString()[0] - 'A']))
                .Select(static one => one.Uscc).ToHashSet();
            foreach (var part in code == "少见" ? [""] : new[] { "", "区0" })
            {
                var all = district.Enterprises.Where(one => part.Length == 0 || one.District == part).ToList();
                items.Add(new RateQuestion(code, District: part), new SimulatedItem(code, ill, all.Count(one => ill.Contains(one.Uscc)) / (double)all.Count));
            }
        }

        return items;
    }

    public static Dictionary<string, Finding> FindingsOf(UnifiedSocialCreditCode uscc, IReadOnlyDictionary<RateQuestion, SimulatedItem> items) =>
        items.Values.DistinctBy(static item => item.Code)
            .ToDictionary(static item => item.Code, item => item.Ill.Contains(uscc) ? Finding.Problem : Finding.None);
}
