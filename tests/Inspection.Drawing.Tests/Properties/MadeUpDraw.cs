using FsCheck;
using FsCheck.Fluent;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Properties;

/// <summary>A whole made-up draw; FsCheck shows it by its seed.</summary>
public sealed class MadeUpDraw
{
    private readonly int seed;
    private readonly Lazy<Draw> draw;

    internal MadeUpDraw(int seed)
    {
        this.seed = seed;
        Inputs = PlainScenario.Of(seed);
        draw = new(() => Counterpart.Run(Inputs));
    }

    internal PlainInputs Inputs { get; }

    internal Draw Draw => draw.Value;

    internal IReadOnlyList<TeamRequest> Requests => Draw.Notice.Terms.Teams;

    /// <summary>The teams of the selected, then of the reserves.</summary>
    internal IEnumerable<VisitTeams> Visits => Draw.Teams.Selected.Concat(Draw.Teams.Reserves);

    internal IEnumerable<(VisitTeams Visit, TeamRequest Request, Team Team)> Pairs =>
        from visit in Visits
        from pair in Requests.Zip(visit.Teams)
        select (visit, pair.First, pair.Second);

    /// <summary>Who may serve on a team: of the department, with the skill, not recused.</summary>
    internal IEnumerable<Inspector> Eligible(UnifiedSocialCreditCode uscc, TeamRequest request) =>
        Draw.Materials.Inspectors.Items.Where(inspector => inspector.Department == request.Department
            && (request.Skill == "" || inspector.Skills.Contains(request.Skill))
            && !inspector.Recused.Contains(uscc));

    public override string ToString() => $"PlainScenario.Of({seed})";
}

/// <summary>What FsCheck makes for the properties of this folder.</summary>
public static class Arbitraries
{
    // Strings of what has to be escaped, sorts apart in UTF-8 and UTF-16, or is refused.
    private static readonly string[] Pieces =
        ["", "a", "Z", "\"", "\\", "/", "企", "𠮷", "é", "e\u0301", "\uFEFF", "\uE000", " ", "\u3000"];

    private static readonly string[] RefusedPieces =
        ["\u0000", "\n", "\u001F", "\u007F", "\u0085", "\u009F", "\u2028", "\u2029", "\uD842", "\uDFB7"];

    public static Arbitrary<MadeUpDraw> MadeUpDraws() =>
        Gen.Choose(0, 1_000_000).Select(seed => new MadeUpDraw(seed)).ToArbitrary();

    public static Arbitrary<OddText> OddTexts() =>
        Gen.Elements(Pieces).ArrayOf().Select(pieces => new OddText(string.Concat(pieces))).ToArbitrary();

    public static Arbitrary<RefusedText> RefusedTexts() =>
        (from before in Gen.Elements(Pieces).ArrayOf()
         from refused in Gen.Elements(RefusedPieces)
         from after in Gen.Elements("", "a", "\"", "企")
         select new RefusedText(string.Concat(before) + refused + after)).ToArbitrary();

    public static Arbitrary<WeightSampling> Weights() =>
        (from count in Gen.Choose(1, 6)
         from sizes in Gen.Choose(0, 40).ArrayOf(count)
         from weights in Gen.Elements(0, 1, 1, 2, 4, 8, 999, 1000).ArrayOf(count)
         let available = sizes.Zip(weights).Where(c => c.Second > 0).Sum(c => c.First)
         where available > 0
         from total in Gen.Choose(1, available)
         let classes = sizes.Zip(weights).Select((c, i) => new ClassWeight(Class(i), c.First, c.Second))
         select new WeightSampling(total, [.. classes]))
        .ToArbitrary();

    public static Arbitrary<Digest> Digests() =>
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(Digest.Size).Select(bytes => Digest.FromBytes(bytes)).ToArbitrary();

    private static RiskClass Class(int position) => RiskClass.Parse("ABCDEF"[position].ToString());
}

/// <summary>A string that canonical JSON can hold.</summary>
public sealed record OddText(string Value);

/// <summary>A string that it cannot.</summary>
public sealed record RefusedText(string Value);
