using System.Globalization;
using Inspection.Drawing.Hashing;
using Inspection.Drawing.Tests.Agreement;
using Inspection.Drawing.Tests.Plain;
using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Hashing;

/// <summary>
/// Every hasher gives what the plain formulas give, whatever the number of messages (so that the last step is full or
/// not), the length of a class's name, and the number of blocks of an inspector's message.
/// </summary>
public sealed class DrawHasherTests
{
    private const int MostLanes = 16;
    private const int Most = (3 * MostLanes) + 1;
    private const int LongestId = 200;

    private static readonly byte[] Key = new PlainRandom(1).Bytes(32);
    private static readonly byte[] SeedBytes = new PlainRandom(2).Bytes(32);

    private static readonly UnifiedSocialCreditCode[] SomeCodes =
        [.. Enumerable.Range(0, Most).Select(i => Counterpart.Uscc(Codes.Numbered(i * 7919)))];

    public static TheoryData<string> HasherNames => Hashers.Names;

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Tickets_AnyNumberOfMessages_AreThoseOfTheFormula(string hasher)
    {
        var wanted = SomeCodes
            .Select(code => PlainSelection.Ticket(SeedBytes, PlainRoster.Salt(Key, code.ToString()))).ToArray();
        for (var count = 0; count <= Most; count++)
        {
            var tickets = Untouched(count);
            Hashers.Get(hasher).Tickets(
                new DrawKey(Key), Digest.FromBytes(SeedBytes), SomeCodes.AsSpan(0, count), tickets.AsSpan(0, count));
            AssertSame(wanted, tickets, count);
        }
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Leaves_AnyNumberOfMessagesAndMixedLengthsOfClass_AreThoseOfTheFormula(string hasher)
    {
        var names = Enumerable.Range(0, Most).Select(i => "Zz0a9BcD"[..(1 + (i % 8))]).ToArray();
        for (var count = 0; count <= Most; count++)
            AssertLeaves(hasher, names, count);
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Leaves_EveryLengthOfClass_AreThoseOfTheFormula(string hasher)
    {
        for (var length = 1; length <= RiskClass.MaxLength; length++)
        {
            var name = "D0zZ9aA1"[..length];
            AssertLeaves(hasher, [.. Enumerable.Repeat(name, Most)], Most);
        }
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void Nodes_AnyNumberOfPairs_AreThoseOfTheFormula(string hasher)
    {
        var random = new PlainRandom(3);
        var children = Enumerable.Range(0, 2 * Most).Select(_ => random.Bytes(32)).ToArray();
        var digests = children.Select(child => Digest.FromBytes(child)).ToArray();
        var wanted = children.Chunk(2).Select(pair => PlainMerkleTree.Node(pair[0], pair[1])).ToArray();
        for (var count = 0; count <= Most; count++)
        {
            var parents = Untouched(count);
            Hashers.Get(hasher).Nodes(digests.AsSpan(0, 2 * count), parents.AsSpan(0, count));
            AssertSame(wanted, parents, count);
        }
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void InspectorKeys_AnyNumberOfMessages_AreThoseOfTheFormula(string hasher)
    {
        var ids = Enumerable.Range(0, Most).Select(i => i.ToString("D12", CultureInfo.InvariantCulture)).ToArray();
        for (var count = 0; count <= Most; count++)
            AssertInspectorKeys(hasher, ids, [.. Enumerable.Range(0, count)]);
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void InspectorKeys_EveryLengthOfId_AreThoseOfTheFormula(string hasher)
    {
        var ids = Enumerable.Range(1, LongestId).Select(length => IdOf(length)).ToArray();
        var messages = new InspectorMessages(ids);
        Assert.Equal([1, 2, 3, 4], ids.Select((_, i) => messages.Blocks(i)).Distinct());
        AssertInspectorKeys(hasher, ids, [.. Enumerable.Range(0, ids.Length)]);
        for (var i = 0; i < ids.Length; i++)
            AssertInspectorKeys(hasher, ids, [i]);
    }

    [Theory]
    [MemberData(nameof(HasherNames))]
    public void InspectorKeys_MixedLengthsInAnyOrder_AreThoseOfTheFormula(string hasher)
    {
        var ids = Enumerable.Range(1, LongestId).Select(length => IdOf(length)).ToArray();
        var random = new PlainRandom(7);
        for (var i = 0; i < 50; i++)
        {
            var which = random.Shuffled(Enumerable.Range(0, ids.Length)).Take(random.From(1, ids.Length));
            AssertInspectorKeys(hasher, ids, [.. which]);
        }
    }

    /// <summary>An id of so many bytes, with characters of four, three, two and one.</summary>
    private static string IdOf(int bytes)
    {
        var id = "";
        for (var (i, left) = (bytes, bytes); left > 0; i++)
        {
            var length = Math.Min(left, 1 + (i % 4));
            id += length switch { 4 => "𠮷", 3 => "局", 2 => "é", _ => "7" };
            left -= length;
        }

        return id;
    }

    private static void AssertLeaves(string hasher, string[] names, int count)
    {
        var classes = names.Select(name => RiskClass.Parse(name)).ToArray();
        var wanted = SomeCodes.Select((code, i) => PlainRoster.Leaf(
            code.ToString(), PlainRoster.ClassSeal(PlainRoster.Salt(Key, code.ToString()), names[i]))).ToArray();
        var leaves = Untouched(count);
        Hashers.Get(hasher).Leaves(
            new DrawKey(Key), SomeCodes.AsSpan(0, count), classes.AsSpan(0, count), leaves.AsSpan(0, count));
        AssertSame(wanted, leaves, count);
    }

    private static void AssertInspectorKeys(string hasher, string[] ids, int[] which)
    {
        var keys = Untouched(which.Length);
        Hashers.Get(hasher).InspectorKeys(
            Digest.FromBytes(SeedBytes), new InspectorMessages(ids), which, keys.AsSpan(0, which.Length));
        var wanted = which.Select(i => Sha256(SeedBytes, Byte('K'), Utf8(ids[i])));
        AssertSame([.. wanted], keys, which.Length);
    }

    /// <summary>Room for so many digests, and one behind them that nobody may write to.</summary>
    private static Digest[] Untouched(int count) => new Digest[count + 1];

    private static void AssertSame(byte[][] wanted, Digest[] found, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(wanted[i].AsSpan().SequenceEqual(found[i].ToArray()), $"message {i + 1} of {count} differs");
        Assert.Equal(default, found[count]);
    }
}
