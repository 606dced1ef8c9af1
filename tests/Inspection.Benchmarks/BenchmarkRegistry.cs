using Inspection.Drawing;

namespace Inspection.Benchmarks;

/// <summary>
/// A made-up registry of any size, always the same: codes in ascending order, classes in the shares of a usual district
/// (A 60%, B 28%, C 9%, D 3%), inspectors of four departments with recusals.
/// </summary>
internal static class BenchmarkRegistry
{
    private const int Departments = 4;
    private const int RecusalsOfOne = 3;
    private static readonly RiskClass[] Classes = [.. "ABCD".Select(static c => RiskClass.Parse([c]))];

    public static DrawKey Key { get; } = new([.. Enumerable.Range(1, DrawKey.Size).Select(static i => (byte)i)]);

    public static Digest Seed { get; } = Digest.Of("benchmark"u8);

    public static IReadOnlyDictionary<RiskClass, BasisPoints> Rates { get; } =
        Classes.Zip([200, 500, 2500, 10_000], static (c, rate) => (c, new BasisPoints(rate))).ToDictionary();

    public static Roster Enterprises(int count)
    {
        var builder = new RosterBuilder(count);
        for (var i = 0; i < count; i++)
            builder.TryAdd(new RosterEntry(Code(i), ClassOf(i)));
        return builder.Build();
    }

    /// <summary>Inspectors in turn of each department, each recused for some enterprises of the roster.</summary>
    public static InspectorList Inspectors(int count, int rosterSize) => InspectorList.Create(
        Enumerable.Range(0, count).Select(i => new Inspector(
            $"3701{i:D7}",
            Department(i % Departments),
            [],
            [.. Enumerable.Range(0, RecusalsOfOne).Select(r =>
                Code((int)(Mix((ulong)((i * RecusalsOfOne) + r)) % (uint)rosterSize)))])));

    /// <summary>A team of two of each of some departments.</summary>
    public static IReadOnlyList<TeamRequest> Teams(int departments) =>
        [.. Enumerable.Range(0, departments).Select(static d => new TeamRequest(Department(d), Size: 2))];

    /// <summary>A joint draw of some departments, at the usual rates.</summary>
    public static (Notice Notice, DrawMaterials Materials) Draw(int enterprises, int inspectors, int departments)
    {
        var roster = Enterprises(enterprises);
        var materials = new DrawMaterials(
            Key, roster, ExclusionList.Create([]), Inspectors(inspectors, enterprises));
        var committed = materials.Commit(new NoticeTerms
        {
            DrawId = "benchmark",
            TaskId = "benchmark",
            Title = "Benchmark",
            Authority = "Benchmark",
            Scope = "Everybody",
            CommittedAt = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero),
            StartsOn = new DateOnly(2026, 1, 12),
            EndsOn = new DateOnly(2026, 1, 30),
            Entropy = new NoEntropyPlan(),
            RosterRoot = default,
            RosterSize = enterprises,
            Excluded = new SealedList(default, 0),
            Inspectors = new SealedList(default, 0),
            Sampling = Sampling.ByRates(roster, Rates),
            Reserve = 20,
            Teams = Teams(departments),
        });
        return (committed, materials);
    }

    /// <summary>The i-th code: nine digits to the base of the alphabet make it unique and ascending.</summary>
    private static UnifiedSocialCreditCode Code(int i)
    {
        Span<byte> code = stackalloc byte[UnifiedSocialCreditCode.Length];
        "91370100"u8.CopyTo(code);
        for (var at = UnifiedSocialCreditCode.Length - 2; at >= 8; at--)
        {
            code[at] = (byte)UnifiedSocialCreditCode.Alphabet[i % UnifiedSocialCreditCode.Alphabet.Length];
            i /= UnifiedSocialCreditCode.Alphabet.Length;
        }

        code[^1] = (byte)UnifiedSocialCreditCode.CheckCharacter(code);
        return UnifiedSocialCreditCode.Parse(code);
    }

    private static RiskClass ClassOf(int i) => Classes[(Mix((ulong)i) % 100) switch
    {
        < 60 => 0,
        < 88 => 1,
        < 97 => 2,
        _ => 3,
    }];

    private static string Department(int number) => $"department-{number + 1}";

    /// <summary>Spreads consecutive numbers over all 64 bits: odd multiplications and shifts, each reversible.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 31)) * 0x9E37_79B9_7F4A_7C15;
        value = (value ^ (value >> 29)) * 0xD6E8_FEB8_6659_FD93;
        return value ^ (value >> 32);
    }
}
