using System.Globalization;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// Whole draws made up from a seed: valid, and as odd as the protocol allows. Any nine seeds in a row meet every mode
/// of sampling with every kind of entropy; the rest is left to chance. Rows come in no order.
/// </summary>
internal sealed class PlainScenario
{
    // "Ａ", U+F900, U+E000 and U+FEFF stand before "𠮷" and "😀" as UTF-8 and after them as UTF-16; the two forms of "é",
    // and U+F900, would become others if anybody normalised.
    private static readonly string[] OddStarts =
    [
        "ZF", "zf", "Ａ", "ａ", "𠮷", "😀", "\u00E9", "e\u0301", "\uF900", "\uE000", "\uFEFF", "\uFFFF",
        "\u3000", " ", "'", "\\", "<", "-",
    ];

    private static readonly string[] ClassNames =
        ["A", "B", "C", "D", "AA", "a", "a1", "10", "2", "9", "toString", "valueOf", "Zz", "00000000"];

    private static readonly string[] DepartmentNames = ["区市场监管局", "区应急管理局", "𠮷局", "Ａ局", "Bureau of <&'>"];

    private static readonly string[] SkillNames = ["食品", "电梯", "特种设备", "𡈽木", "Ａ级", "a b"];

    private static readonly string[] Titles =
        ["2026年11月食品经营单位抽查", "引号\"与\\与/，𠮷😀é 末尾空格 ", " ", "\\\"\\u0000", "Ａ\uFEFF\uE000\uFFFF", "__proto__"];

    private readonly PlainRandom random;
    private readonly long seed;

    private PlainScenario(long seed)
    {
        this.seed = seed;
        random = new PlainRandom(seed);
    }

    /// <summary>The draw of this seed, which is not negative.</summary>
    public static PlainInputs Of(long seed) => new PlainScenario(seed).Make();

    private PlainInputs Make()
    {
        var classNames = random.Shuffled(ClassNames).Take(random.From(1, 7)).ToList();
        var nearPowerOfTwo = random.OneOf(15, 16, 17, 63, 64, 65);
        var codes = Codes(random.OneOf(1, 2, 3, random.From(4, 9), nearPowerOfTwo, random.From(10, 400)));
        var strangers = Codes(random.OneOf(0, 1, random.From(2, 30))).Except(codes).ToList();
        var roster = codes.Select(uscc => new PlainEnterprise(uscc, ClassOfSkewedChance(classNames))).ToList();
        var teams = TeamRules();
        var (source, evidence) = Entropy();
        return new()
        {
            DrawKey = random.Bytes(32),
            Roster = roster,
            Excluded = strangers
                .Select(uscc => new PlainExclusion(uscc, random.OneOf("closed", "grace", "年度上限", "𠮷 😀"))).ToList(),
            Inspectors = Inspectors(teams, [.. codes, .. strangers]),
            Notice = Notice(source, Sampling(classNames, roster), teams),
            Evidence = evidence,
        };
    }

    private List<string> Codes(int count) => Enumerable.Range(0, count).Select(_ => Code()).Distinct().ToList();

    /// <summary>Mostly codes as they are given out; sometimes any that the check character allows.</summary>
    private string Code()
    {
        var first17 = random.OnceIn(4)
            ? random.Text(PlainUscc.Alphabet, 17)
            : random.OneOf("91370402MA", "92370402MA", "93110101MA") + random.Text(PlainUscc.Alphabet, 7);
        return first17 + PlainUscc.CheckCharacter(first17);
    }

    /// <summary>The first classes are large, the last often empty.</summary>
    private string ClassOfSkewedChance(List<string> classNames) =>
        classNames[random.Below(random.From(1, classNames.Count))];

    private PlainSampling Sampling(List<string> classNames, List<PlainEnterprise> roster)
    {
        var sizes = classNames.OrderBy(name => name, TextOrder)
            .Select(name => new PlainClass(name, roster.Count(row => row.RiskClass == name), 0)).ToList();
        return (seed % 3) switch
        {
            0 => new("rates", NotAllZero(sizes, _ => Rate()), 0),
            1 => Weights(NotAllZero(sizes, _ => Weight())),
            _ => new("quotas", NotAllZero(sizes, c => Quota(c.Size)), 0),
        };
    }

    private int Rate() => random.OneOf(0, 1, 100, 2500, 9999, 10000, random.From(0, 10000));

    private int Weight() => random.OneOf(0, 1, 2, 4, 1000, random.From(0, 20), random.From(0, 1000));

    private int Quota(int size) => random.OneOf(0, size, random.From(0, size), random.From(0, size));

    /// <summary>Gives each class a number; if nobody could be drawn so, some class with enterprises gets 1.</summary>
    private static List<PlainClass> NotAllZero(List<PlainClass> classes, Func<PlainClass, int> number)
    {
        var numbered = classes.Select(c => c with { Number = number(c) }).ToList();
        if (numbered.All(c => c.Number == 0 || c.Size == 0))
        {
            var filled = numbered.FindIndex(c => c.Size > 0);
            numbered[filled] = numbered[filled] with { Number = 1 };
        }

        return numbered;
    }

    private PlainSampling Weights(List<PlainClass> classes)
    {
        var most = classes.Where(c => c.Number > 0).Sum(c => c.Size);
        return new("weights", classes, random.OneOf(1, most, random.From(1, most), random.From(1, (most + 3) / 4)));
    }

    /// <summary>Often one department twice, sometimes with the same skill; sometimes one that has nobody.</summary>
    private List<PlainTeamRule> TeamRules()
    {
        var departments = random.Shuffled(DepartmentNames).Take(random.From(1, 3)).ToList();
        var count = random.OneOf(1, 2, 2, 3, 4, random.From(5, 16));
        return Enumerable.Range(0, count).Select(_ => new PlainTeamRule(
            random.OneOf(departments),
            random.OneOf(1, 2, 2, 3, random.From(4, 20)),
            random.OneOf("", "", random.OneOf(SkillNames)))).ToList();
    }

    /// <summary>From nobody to plenty; some hold no skill, some are recused for almost everybody.</summary>
    private List<PlainInspector> Inspectors(List<PlainTeamRule> teams, List<string> codes)
    {
        var departments = teams.Select(team => team.Department).Append(random.OneOf(DepartmentNames)).ToList();
        var count = random.OneOf(0, random.From(1, 5), random.From(6, 20), random.From(6, 20), random.From(21, 60));
        var numbers = random.Shuffled(Enumerable.Range(1, 99)).Take(count);
        return numbers.Select(number => new PlainInspector(
            random.OneOf(OddStarts) + number.ToString("D2", CultureInfo.InvariantCulture),
            random.OneOf(departments),
            random.Some(SkillNames, random.OneOf(1, 2, 3)),
            Recused(codes))).ToList();
    }

    private List<string> Recused(List<string> codes) => random.Below(4) switch
    {
        0 => [],
        1 => [random.OneOf(codes)],
        2 => random.Some(codes, random.From(2, 10)),
        _ => random.Shuffled(codes).Skip(random.From(1, 5)).ToList(),
    };

    private (PlainSource Source, PlainEvidence Evidence) Entropy() => (seed / 3 % 3) switch
    {
        0 => (new PlainNoSource(), new PlainNoEvidence()),
        1 => Ceremony(),
        _ => Beacon(),
    };

    private (PlainSource Source, PlainEvidence Evidence) Ceremony()
    {
        var digits = random.OneOf(1, 5, 64, random.From(1, 64));
        var names = random.Shuffled(OddStarts.Append("企业代表 A").Append("a,b;\"c\"")).Take(random.From(1, 20)).ToList();
        var contributions = names
            .Select(name => new PlainContribution(name, random.Text("0123456789", digits))).ToList();
        return (new PlainCeremony(digits, names), new PlainContributions(contributions));
    }

    private (PlainSource Source, PlainEvidence Evidence) Beacon()
    {
        var chain = Hex(random.Bytes(32));
        var round = random.OneOf(1, random.From(1L, 30_000_000L), random.From(1L, (1L << 53) - 1), (1L << 53) - 1);
        var signature = random.Bytes(random.OneOf(48, 96));
        return (new PlainBeacon(chain, round), new PlainPulse(chain, round, Hex(Sha256(signature)), Hex(signature)));
    }

    private PlainNotice Notice(PlainSource source, PlainSampling sampling, List<PlainTeamRule> teams)
    {
        var attempt = random.OneOf(1, 1, random.From(2, 5));
        var startsOn = new DateOnly(2024, 2, 29).AddDays(random.Below(2000));
        var empty = new PlainCommitment("", 0);
        return new()
        {
            DrawId = random.Text("AZaz09-", random.OneOf(1, 64, random.From(1, 64))),
            TaskId = "2026-" + random.Text("0123456789", 4),
            Attempt = attempt,
            Previous = attempt > 1 || random.OnceIn(2) ? Hex(random.Bytes(32)) : "",
            Title = random.OneOf(Titles),
            Authority = random.OneOf("市中区市场监督管理局", string.Concat(Enumerable.Repeat("𠮷", 200))),
            AuthorityCode = random.OneOf("", Code()),
            Scope = random.OneOf("辖区内登记在册的企业", "甲<>&'"),
            CommittedAt = startsOn.AddDays(-random.Below(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                + random.OneOf("T00:00:00Z", "T23:59:59Z", "T01:02:03Z"),
            StartsOn = startsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            EndsOn = startsOn.AddDays(random.Below(40)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Disclosure = random.OneOf("sealed", "open"),
            Entropy = source,
            Roster = empty,
            Excluded = empty,
            Inspectors = empty,
            Sampling = sampling,
            Reserve = random.OneOf(0, 1, 2, random.From(3, 50), 1000),
            Teams = teams,
        };
    }
}
