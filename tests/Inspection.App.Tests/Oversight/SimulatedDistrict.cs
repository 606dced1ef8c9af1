using Inspection.App.Directory;
using Inspection.Drawing;

namespace Inspection.App.Tests.Oversight;

/// <summary>An enterprise of a made-up district.</summary>
internal sealed record SimulatedEnterprise(UnifiedSocialCreditCode Uscc, RiskClass RiskClass, string District, string Industry);

/// <summary>A district that does not exist: 900 of class A, 500 of B, 150 of C and 50 of D, in 6 districts and 12 industries.</summary>
internal sealed class SimulatedDistrict
{
    public const int Districts = 6;
    public const int Industries = 12;

    private static readonly (string Name, int Size)[] Classes = [("A", 900), ("B", 500), ("C", 150), ("D", 50)];

    public SimulatedDistrict(ulong seed)
    {
        var random = new SampleRandom(seed);
        var codes = new SampleCodes(random);
        Enterprises = [.. Classes.SelectMany(static c => Enumerable.Repeat(RiskClass.Parse(c.Name), c.Size)).Select((riskClass, i) =>
            // The smaller of two numbers makes some districts and industries larger than others.
            new SimulatedEnterprise(
                codes.Make(1, isNewer: true, i), riskClass,
                $"区{Math.Min(random.Below(Districts), random.Below(Districts))}",
                $"业{Math.Min(random.Below(Industries), random.Below(Industries))}"))];
    }

    public IReadOnlyList<SimulatedEnterprise> Enterprises { get; }

    /// <summary>The roster without those whom a series has drawn before.</summary>
    public Roster RosterWithout(HashSet<UnifiedSocialCreditCode> drawn) => Roster.Create(
        Enterprises.Where(one => !drawn.Contains(one.Uscc)).Select(static one => new RosterEntry(one.Uscc, one.RiskClass)));
}
