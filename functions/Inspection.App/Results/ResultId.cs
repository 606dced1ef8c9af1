using Inspection.Drawing;

namespace Inspection.App.Results;

/// <summary>What a result is called in public: the draw's id, a hyphen, the enterprise's code; stable, and good in an address.</summary>
public readonly record struct ResultId(string DrawId, string Uscc)
{
    private const int CodeLength = 18;

    /// <summary>Whether the text can name a result; it says nothing of whether there is one.</summary>
    public static bool TryParse(string? text, out ResultId id)
    {
        id = default;
        if (text is null || text.Length < CodeLength + 2 || text[^(CodeLength + 1)] != '-')
            return false;
        id = new ResultId(text[..^(CodeLength + 1)], text[^CodeLength..]);
        return UnifiedSocialCreditCode.TryParse(id.Uscc, out _, out _)
            && id.DrawId.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    public override string ToString() => $"{DrawId}-{Uscc}";
}
