using Inspection.Drawing.Hashing;
using Inspection.Drawing.Tests.Agreement;

namespace Inspection.Drawing.Tests.Statistics;

/// <summary>Over many seeds everybody is drawn as often as the protocol says, alone and together with others.</summary>
public sealed class InclusionTests
{
    private const int Draws = 10_000;

    private static readonly RiskClass A = RiskClass.Parse("A"), B = RiskClass.Parse("B"), C = RiskClass.Parse("C"),
        D = RiskClass.Parse("D");

    private static readonly DrawKey Key = new(new byte[32]);

    // 30 of A, 20 of B, 7 of C, 3 of D, mixed.
    private static readonly Roster Roster = Roster.Create(Enumerable.Range(0, 60).Select(i => new RosterEntry(
        Counterpart.Uscc(Codes.Numbered(i)), i % 2 == 0 ? A : i % 3 != 0 ? B : i < 42 ? C : D)));

    [Fact]
    public void By_rates_everybody_of_a_class_has_the_chance_quota_by_size()
    {
        var sampling = Sampling.ByRates(Roster, new Dictionary<RiskClass, BasisPoints>
        {
            [A] = new(1000), [B] = new(2500), [C] = new(3000), [D] = new(10000),
        });
        var tally = new Tally(sampling);
        tally.AssertChances(new() { [A] = 3 / 30.0, [B] = 5 / 20.0, [C] = 3 / 7.0, [D] = 1 });
        tally.AssertPairs(C, 3.0 * 2 / (7 * 6));
        tally.AssertFirstReserves(new() { [A] = 1 / 30.0, [B] = 1 / 20.0, [C] = 1 / 7.0 });
    }

    /// <summary>
    /// D's chance would be 12 · 40 / 218 and is 1; the other 9 are shared out by weight over 30 · 1 + 20 · 2 + 7 · 4 = 98.
    /// </summary>
    [Fact]
    public void By_weights_chances_are_in_proportion_and_a_class_whose_chance_would_pass_1_is_taken_whole()
    {
        var sampling = Sampling.ByWeights(
            Roster, 12, new Dictionary<RiskClass, int> { [A] = 1, [B] = 2, [C] = 4, [D] = 40 });
        var tally = new Tally(sampling);
        tally.AssertChances(new() { [A] = 9 / 98.0, [B] = 18 / 98.0, [C] = 36 / 98.0, [D] = 1 });
    }

    [Fact]
    public void By_weights_quotas_are_what_they_should_be_on_average()
    {
        var sampling = Sampling.ByWeights(
            Roster, 12, new Dictionary<RiskClass, int> { [A] = 1, [B] = 2, [C] = 4, [D] = 40 });
        double[] expected = [9 * 30 / 98.0, 9 * 40 / 98.0, 9 * 28 / 98.0, 3];
        var more = new int[expected.Length];
        foreach (var seed in Chance.Seeds(Draws))
        {
            var quotas = Quotas.Compute(sampling, seed);
            for (var c = 0; c < expected.Length; c++)
            {
                Assert.InRange(quotas[c], (int)expected[c], (int)Math.Ceiling(expected[c]));
                more[c] += quotas[c] - (int)expected[c];
            }
        }

        for (var c = 0; c < expected.Length; c++)
            Chance.AssertFair($"the larger quota of class {sampling.Classes[c].RiskClass}", more[c], Draws, expected[c] % 1);
    }

    /// <summary>What many draws from the same roster came to.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<UnifiedSocialCreditCode, int> selected = [];
        private readonly Dictionary<UnifiedSocialCreditCode, int> firstReserve = [];
        private readonly Dictionary<(UnifiedSocialCreditCode, UnifiedSocialCreditCode), int> together = [];

        public Tally(Sampling sampling)
        {
            foreach (var seed in Chance.Seeds(Draws))
            {
                var selection = Selection.Draw(
                    Roster, Key, seed, sampling, 2, new LibraryHasher(), new WorkOptions { Threads = 1 });
                foreach (var lot in selection.Selected)
                    Count(selected, lot.Uscc);
                foreach (var lot in selection.Reserves.DistinctBy(lot => lot.RiskClass))
                    Count(firstReserve, lot.Uscc);
                var few = selection.Selected.Where(lot => lot.RiskClass == C).Select(lot => lot.Uscc).Order().ToArray();
                foreach (var pair in few.SelectMany((one, i) => few.Skip(i + 1).Select(other => (one, other))))
                    Count(together, pair);
            }
        }

        public void AssertChances(Dictionary<RiskClass, double> chances) => AssertEach("drawn", selected, chances);

        public void AssertFirstReserves(Dictionary<RiskClass, double> chances) =>
            AssertEach("first in reserve", firstReserve, chances);

        public void AssertPairs(RiskClass riskClass, double chance)
        {
            var codes = CodesOf(riskClass).ToArray();
            foreach (var pair in codes.SelectMany((one, i) => codes.Skip(i + 1).Select(other => (one, other))))
                Chance.AssertFair($"{pair} drawn together", together.GetValueOrDefault(pair), Draws, chance);
        }

        private static void AssertEach(
            string what, Dictionary<UnifiedSocialCreditCode, int> counts, Dictionary<RiskClass, double> chances)
        {
            foreach (var (riskClass, chance) in chances)
            {
                foreach (var code in CodesOf(riskClass))
                    Chance.AssertFair($"{code} of class {riskClass} {what}", counts.GetValueOrDefault(code), Draws, chance);
            }
        }

        private static IEnumerable<UnifiedSocialCreditCode> CodesOf(RiskClass riskClass) =>
            Enumerable.Range(0, Roster.Size).Select(i => Roster[i]).Where(e => e.RiskClass == riskClass).Select(e => e.Uscc);

        private static void Count<T>(Dictionary<T, int> counts, T key)
            where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
