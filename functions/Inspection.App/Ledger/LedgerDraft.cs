using Inspection.Drawing;

namespace Inspection.App.Ledger;

/// <summary>
/// What shall be announced; the ledger adds number, time and hashes. Everything in it is public for good: no class, no
/// ticket, no person's data.
/// </summary>
public sealed record LedgerDraft
{
    /// <summary>Characters of a key or a subject.</summary>
    public const int MaxName = 200;

    /// <summary>Members of the data.</summary>
    public const int MaxMembers = 20;

    /// <summary>Characters of a member's value.</summary>
    public const int MaxValue = 1000;

    /// <param name="key">Names what is announced, so that it is announced once, as <c>notice:2026-11-a</c>.</param>
    /// <param name="kind">What is announced.</param>
    /// <param name="subject">Whom or what it is about: the draw's id, the result's id.</param>
    /// <param name="documentHash">The hash of the document that is announced, where there is one.</param>
    /// <param name="data">A few words more, for readers.</param>
    /// <exception cref="ArgumentException"><see cref="ProblemIn"/> finds something.</exception>
    public LedgerDraft(
        string key,
        LedgerKind kind,
        string subject,
        Digest? documentHash = null,
        IReadOnlyDictionary<string, string>? data = null)
    {
        Key = key;
        Kind = kind;
        Subject = subject;
        DocumentHash = documentHash;
        Data = new SortedDictionary<string, string>(
            data?.ToDictionary(StringComparer.Ordinal) ?? [], StringComparer.Ordinal);
        if (ProblemIn(key, subject, Data) is { } problem)
            throw new ArgumentException(problem);
    }

    public string Key { get; }

    public LedgerKind Kind { get; }

    public string Subject { get; }

    public Digest? DocumentHash { get; }

    /// <summary>In the order of the keys.</summary>
    public IReadOnlyDictionary<string, string> Data { get; }

    /// <summary>What keeps these from being announced; null where nothing does. For texts that people typed.</summary>
    public static string? ProblemIn(string key, string subject, IReadOnlyDictionary<string, string> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count > MaxMembers)
            return $"the data of a ledger entry has at most {MaxMembers} members, this has {data.Count}";
        if (data.Keys.FirstOrDefault(name => !IsMemberName(name)) is { } bad)
            return $"'{bad}' cannot name data of a ledger entry: 1 to 64 of A-Z a-z 0-9";
        return ProblemInText("key", key, 1, MaxName)
            ?? ProblemInText("subject", subject, 1, MaxName)
            ?? data.Select(member => ProblemInText(member.Key, member.Value, 0, MaxValue)).FirstOrDefault(found => found is not null);
    }

    private static bool IsMemberName(string name) => name.Length is >= 1 and <= 64 && name.All(char.IsAsciiLetterOrDigit);

    private static string? ProblemInText(string what, string text, int min, int max)
    {
        if (text.Length < min || text.Length > max)
            return $"the {what} of a ledger entry has {min} to {max} characters, this has {text.Length}";
        return ProtocolText.ProblemIn(text) is { } problem
            ? $"the {what} of a ledger entry holds {problem}; take it out"
            : null;
    }
}
