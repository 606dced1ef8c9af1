namespace Inspection.Drawing;

/// <summary>Collects entries that arrive ascending by code into a roster's flat arrays.</summary>
internal sealed class RosterBuilder(int capacity)
{
    private readonly Dictionary<RiskClass, int> numbers = [];
    private UnifiedSocialCreditCode[] codes = new UnifiedSocialCreditCode[capacity];
    private int[] classOf = new int[capacity];

    public int Count { get; private set; }

    /// <summary>Adds an entry; false where its code does not stand after the one before.</summary>
    public bool TryAdd(RosterEntry entry)
    {
        if (Count > 0 && entry.Uscc <= codes[Count - 1])
            return false;
        if (Count == codes.Length)
        {
            var size = (int)Math.Min(Roster.MaxSize + 1L, Math.Max(1024L, codes.Length * 2L));
            Array.Resize(ref codes, size);
            Array.Resize(ref classOf, size);
        }

        if (!numbers.TryGetValue(entry.RiskClass, out var number))
            numbers.Add(entry.RiskClass, number = numbers.Count);
        codes[Count] = entry.Uscc;
        classOf[Count++] = number;
        return true;
    }

    /// <summary>The roster; the builder's arrays become the roster's.</summary>
    public Roster Build()
    {
        Array.Resize(ref codes, Count);
        Array.Resize(ref classOf, Count);
        var classes = numbers.Keys.Order().ToArray();
        var positions = new int[classes.Length];
        for (var i = 0; i < classes.Length; i++)
            positions[numbers[classes[i]]] = i;
        for (var i = 0; i < Count; i++)
            classOf[i] = positions[classOf[i]];
        return new Roster(codes, classOf, classes);
    }
}
