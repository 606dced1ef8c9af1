namespace Inspection.Drawing;

/// <summary>
/// The roster (抽取底册): the enterprises that can be drawn, with their class, ascending by code, none twice
/// (<c>PROTOCOL.md</c> section 1).
/// </summary>
/// <remarks>
/// Codes and classes lie in flat arrays, 22 bytes for an enterprise, so that a province of 15 million fits in memory and
/// hashing reads it without a copy.
/// </remarks>
public sealed class Roster
{
    /// <summary>The most enterprises a roster may hold.</summary>
    public const int MaxSize = 50_000_000;

    private readonly UnifiedSocialCreditCode[] codes;
    private readonly int[] classOf;
    private readonly RiskClass[] classes;

    internal Roster(UnifiedSocialCreditCode[] codes, int[] classOf, RiskClass[] classes)
    {
        this.codes = codes;
        this.classOf = classOf;
        this.classes = classes;
        var sizes = new int[classes.Length];
        foreach (var c in classOf)
            sizes[c]++;
        Classes = [.. classes.Select((c, i) => new ClassSize(c, sizes[i]))];
    }

    /// <summary>How many enterprises: 1 to <see cref="MaxSize"/>.</summary>
    public int Size => codes.Length;

    /// <summary>Every class on the roster with its size, ascending by class.</summary>
    public IReadOnlyList<ClassSize> Classes { get; }

    /// <summary>All codes, ascending.</summary>
    public ReadOnlySpan<UnifiedSocialCreditCode> Codes => codes;

    /// <summary>For each enterprise, the position of its class in <see cref="Classes"/>.</summary>
    internal ReadOnlySpan<int> ClassPositions => classOf;

    /// <summary>The enterprise at a position, from 0.</summary>
    public RosterEntry this[int index] => new(codes[index], classes[classOf[index]]);

    /// <summary>Makes a roster of entries in any order.</summary>
    /// <exception cref="ProtocolException">
    /// There is no entry, more than <see cref="MaxSize"/>, or a code stands twice; the message names it.
    /// </exception>
    public static Roster Create(IEnumerable<RosterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var sorted = entries.ToArray();
        if (sorted.Length is 0 or > MaxSize)
            throw new ProtocolException($"a roster has 1 to {MaxSize} enterprises, this has {sorted.Length}");
        Array.Sort(sorted, static (left, right) => left.Uscc.CompareTo(right.Uscc));
        var builder = new RosterBuilder(sorted.Length);
        foreach (var entry in sorted)
        {
            if (!builder.TryAdd(entry))
                throw new ProtocolException($"{entry.Uscc} stands twice on the roster; keep one of the two");
        }

        return builder.Build();
    }

    /// <summary>The position of an enterprise, or a negative number where it is not on the roster.</summary>
    public int IndexOf(UnifiedSocialCreditCode uscc) => Array.BinarySearch(codes, uscc);

    /// <summary>Copies the classes of some enterprises, from <paramref name="start"/> on.</summary>
    internal void CopyClasses(int start, Span<RiskClass> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = classes[classOf[start + i]];
    }
}
