using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Tampering;

/// <summary>A draw of each kind, small enough to change every byte of, with all files that a verifier reads.</summary>
internal sealed class TamperedDraw
{
    private TamperedDraw(Draw draw)
    {
        Draw = draw;
        Package = Packages.Files(draw.WritePackage);
        PublicRecord = draw.ToPublic(withSelected: true).ToFile();
        Membership = draw.ToMembership().ToFile();
        var notDrawn = draw.Materials.Roster.Codes.ToArray()
            .First(code => draw.Record.Selected.All(lot => lot.Uscc != code));
        Certificates =
        [
            draw.ToCertificate(draw.Record.Selected[0].Uscc).ToFile(),
            draw.ToCertificate(notDrawn).ToFile(),
        ];
    }

    public Draw Draw { get; }

    public IReadOnlyDictionary<string, byte[]> Package { get; }

    public byte[] PublicRecord { get; }

    public byte[] Membership { get; }

    /// <summary>Of somebody drawn and of somebody not drawn.</summary>
    public byte[][] Certificates { get; }

    /// <summary>
    /// Everything at hand, nothing changed. The chains are left out, since a pairing for each changed byte would take
    /// minutes; changes of a beacon's evidence have a test of their own.
    /// </summary>
    public VerificationInput Untouched => new()
    {
        Package = Package,
        PublicRecord = PublicRecord,
        Membership = Membership,
        Certificate = Certificates[0],
        Chains = [],
    };

    public static IReadOnlyList<string> Names { get; } = ["ceremony", "drand", "none"];

    public static TamperedDraw Of(string name, int attempt = 1) => new(Counterpart.Run(name switch
    {
        "ceremony" => Ceremony(attempt),
        "drand" => Beacon(attempt),
        _ => None(attempt),
    }));

    /// <summary>Rates, one department twice, reserves, and witnesses.</summary>
    private static PlainInputs Ceremony(int attempt) => Inputs(
        attempt,
        new("rates", Classes(("A", 2000), ("B", 5000), ("D", 10000)), 0),
        [new("市场监管局", 1, ""), new("市场监管局", 2, "食品")],
        new PlainCeremony(6, ["区人大代表", "Wang \"W\""]),
        new PlainContributions([new("区人大代表", "271828"), new("Wang \"W\"", "000017")]));

    /// <summary>Weights, three departments together, and round 1000 of the beacon quicknet as it was published.</summary>
    private static PlainInputs Beacon(int attempt)
    {
        var plan = new DrandPlan(BeaconChain.Quicknet.Hash, 1000);
        var pulse = DrandEntropy.FromSignature(plan, QuicknetRounds.Signature1000);
        return Inputs(
            attempt,
            new("weights", Classes(("A", 1), ("B", 2), ("D", 8)), 5),
            [new("市场监管局", 2, ""), new("应急局", 1, "电梯"), new("消防", 1, "")],
            new PlainBeacon(plan.Chain.ToString(), plan.Round),
            new PlainPulse(plan.Chain.ToString(), plan.Round, pulse.Randomness.ToString(), pulse.Signature));
    }

    /// <summary>Quotas, one of them 0, without randomness.</summary>
    private static PlainInputs None(int attempt) => Inputs(
        attempt,
        new("quotas", Classes(("A", 3), ("B", 0), ("D", 1)), 0),
        [new("应急局", 1, "")],
        new PlainNoSource(),
        new PlainNoEvidence());

    private static List<PlainClass> Classes(params (string Name, int Number)[] classes) =>
        [.. classes.Select(c => new PlainClass(c.Name, 0, c.Number))];

    private static PlainInputs Inputs(
        int attempt, PlainSampling sampling, List<PlainTeamRule> teams, PlainSource source, PlainEvidence evidence)
    {
        var empty = new PlainCommitment("", 0);
        return new()
        {
            DrawKey = new PlainRandom(attempt).Bytes(32),
            Roster =
            [
                .. Enumerable.Range(0, 13)
                    .Select(i => new PlainEnterprise(Codes.Numbered(i * 3), "AABAD".Substring(i % 5, 1))),
            ],
            Excluded = [new(Codes.Numbered(1), "closed"), new(Codes.Numbered(100), "年度上限")],
            Inspectors =
            [
                new("A001", "市场监管局", ["食品", "电梯"], [Codes.Numbered(0), Codes.Numbered(12)]),
                new("A002", "市场监管局", ["食品"], []),
                new("A003", "市场监管局", [], [Codes.Numbered(9)]),
                new("A004", "市场监管局", ["食品"], []),
                new("𠮷001", "应急局", ["电梯"], [Codes.Numbered(6)]),
                new("𠮷002", "应急局", [], []),
                new("Ｆ1", "消防", [], []),
            ],
            Notice = new()
            {
                DrawId = $"draw-{attempt}",
                TaskId = "task-1",
                Attempt = attempt,
                Previous = attempt == 1 ? "" : new string('a', 64),
                Title = "抽查",
                Authority = "局",
                AuthorityCode = Codes.Numbered(999),
                Scope = "企业",
                CommittedAt = "2023-08-23T15:00:00Z",
                StartsOn = "2023-09-01",
                EndsOn = "2023-09-30",
                Disclosure = "sealed",
                Entropy = source,
                Roster = empty,
                Excluded = empty,
                Inspectors = empty,
                Sampling = sampling,
                Reserve = 2,
                Teams = teams,
            },
            Evidence = evidence,
        };
    }
}
