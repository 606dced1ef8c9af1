using Inspection.Drawing;

namespace Inspection.App.Results;

/// <summary>What a result is called in public: the draw's id, a hyphen, the enterprise's code; stable, and good in an address.</summary>
public readonly record struct ResultId(string DrawId, string Uscc)
{
    private const int CodeLength = 18;
    private const int MaxDrawId = 64;

    /// <summary>Whether it can name a result; it says nothing of whether there is one.</summary>
    public bool IsWellFormed =>
        DrawId.Length is >= 1 and <= MaxDrawId && DrawId.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && UnifiedSocialCreditCode.TryParse(Uscc, out _, out _);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out ResultId id)
    {
        id = default;
        if (text is null || text.Length < CodeLength + 2 || text[^(CodeLength + 1)] != '-')
            return false;
        id = new ResultId(text[..^(CodeLength + 1)], text[^CodeLength..]);
        return id.IsWellFormed;
    }

    public override string ToString() => $"{DrawId}-{Uscc}";
}
