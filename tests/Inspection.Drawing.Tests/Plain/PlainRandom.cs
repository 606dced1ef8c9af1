using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// Numbers that look random and are the same everywhere for the same seed: the n-th is the first 8 bytes of
/// SHA256(seed ‖ n). What a remainder's bias does to a test's input does not matter.
/// </summary>
internal sealed class PlainRandom(long seed)
{
    private long count;

    /// <summary>A number from 0 up to, but not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from the first to the last, both included.</summary>
    public int From(int first, int last) => first + Below(last - first + 1);

    public long From(long first, long last) => first + (long)(Next() % (ulong)(last - first + 1));

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    public byte[] Bytes(int length) => Enumerable.Range(0, length).Select(_ => (byte)Below(256)).ToArray();

    public T OneOf<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Some of the choices, each with the chance of one in so many times, none twice, in any order.</summary>
    public List<T> Some<T>(IEnumerable<T> choices, int oneIn) => Shuffled(choices.Where(_ => OnceIn(oneIn)));

    public List<T> Shuffled<T>(IEnumerable<T> items) =>
        items.Select(item => (Item: item, Key: Next())).OrderBy(pair => pair.Key).Select(pair => pair.Item).ToList();

    public string Text(string alphabet, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[Below(alphabet.Length)]));

    private ulong Next()
    {
        var input = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(0, 8), seed);
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(8, 8), count++);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(input));
    }
}
