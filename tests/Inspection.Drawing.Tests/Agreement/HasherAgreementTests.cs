using Inspection.Drawing.Hashing;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Agreement;

/// <summary>Neither the hasher nor the number of threads is seen in the result.</summary>
public sealed class HasherAgreementTests
{
    private static readonly int[] ThreadCounts = [1, 2, 7];

    private static readonly Lazy<(int Seed, PlainInputs Inputs, PlainDraw Draw)[]> Small = new(
        () => [.. Enumerable.Range(0, 45).Select(seed => (seed, PlainScenario.Of(seed)))
            .Select(one => (one.seed, one.Item2, new PlainDraw(one.Item2)))]);

    // Work is shared out among threads in pieces of 4096 enterprises: this roster has three, the last one not full.
    private static readonly Lazy<PlainInputs> LargeInputs = new(() => LargeRoster(9000));
    private static readonly Lazy<PlainDraw> Large = new(() => new PlainDraw(LargeInputs.Value));

    public static TheoryData<string> HasherNames => Hashers.Names;

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Every_hasher_draws_as_the_plain_implementation(string hasher)
    {
        foreach (var (seed, inputs, wanted) in Small.Value)
            AssertSame($"seed {seed}", wanted, inputs, Hashers.Get(hasher), new WorkOptions());
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Every_hasher_draws_from_a_large_roster_the_same_on_any_number_of_threads(string hasher)
    {
        foreach (var threads in ThreadCounts)
        {
            var options = new WorkOptions { Threads = threads };
            AssertSame($"{threads} threads", Large.Value, LargeInputs.Value, Hashers.Get(hasher), options);
        }
    }

    [Fact]
    public void The_whole_draw_is_the_same_on_any_number_of_threads()
    {
        foreach (var threads in ThreadCounts)
        {
            var draw = Counterpart.Run(LargeInputs.Value, new WorkOptions { Threads = threads });
            Assert.Equal(Large.Value.RecordHash, Digest.Of(draw.RecordFile.Span).ToString());
            Assert.Equal(Large.Value.MembershipJson, draw.ToMembership().ToFile());
        }
    }

    private static void AssertSame(
        string what, PlainDraw wanted, PlainInputs inputs, DrawHasher hasher, WorkOptions options)
    {
        var materials = Counterpart.Materials(inputs);
        var notice = Notice.Parse(wanted.NoticeJson);
        var tree = RosterTree.Build(materials.Roster, materials.Key, hasher, options);
        Assert.True(tree.Root == notice.Terms.RosterRoot, $"{what}: the root differs");

        var evidence = Counterpart.Evidence(inputs.Evidence);
        var seed = Seed.Derive(notice.Hash, evidence);
        var selection = Selection.Draw(
            materials.Roster, materials.Key, seed, notice.Terms.Sampling, notice.Terms.Reserve, hasher, options);
        var head = new RecordHead(notice.Terms.DrawId, notice.Hash);
        var record = new DrawRecord(
            head, evidence, seed, selection.Classes, selection.Selected, selection.Reserves);
        Assert.True(record.ToFile().AsSpan().SequenceEqual(wanted.RecordJson), $"{what}: the record differs");

        var (selected, reserves) = TeamMatch.Run(
            selection.Selected, selection.Reserves, materials.Inspectors, notice.Terms.Teams, hasher, options);
        var teams = new TeamRecord(head, selected, reserves);
        Assert.True(teams.ToFile().AsSpan().SequenceEqual(wanted.TeamsJson), $"{what}: the teams differ");
    }

    private static PlainInputs LargeRoster(int size)
    {
        var inputs = PlainScenario.Of(7);
        string[] names = ["A", "A", "A", "B", "B", "C", "D"];
        return inputs with
        {
            Roster = [.. Enumerable.Range(0, size).Select(i => new PlainEnterprise(Codes.Numbered(i), names[i % 7]))],
            Excluded = [],
            Notice = inputs.Notice with
            {
                Sampling = new("rates", [new("A", 0, 20), new("B", 0, 50), new("C", 0, 100), new("D", 0, 200)], 0),
                Reserve = 3,
            },
        };
    }
}
