using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Inspection.App.Results;
using Inspection.Drawing;

namespace Inspection.App.Publication;

/// <summary>Which published results are asked for; what is null or empty takes any.</summary>
internal sealed record ResultQuery
{
    /// <summary>Characters of a text that is searched for.</summary>
    public const int MostText = 100;

    /// <summary>Characters of the name that stand side by side, in <see cref="NamePieces.Normal"/> form, two or more.</summary>
    public string Name { get; init; } = "";

    public string? Uscc { get; init; }

    public string? Item { get; init; }

    public string? Department { get; init; }

    public string? District { get; init; }

    /// <summary>What one of the items came to: the one that <see cref="Item"/> names, where it names one.</summary>
    public ResultCode? Code { get; init; }

    /// <summary>The first day of inspection.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of inspection.</summary>
    public DateOnly? To { get; init; }

    public string? DrawId { get; init; }

    public bool HasItemFilter => Item is not null || Code is not null;

    /// <summary>Reads what people typed: a code in full, or two or more characters of a name.</summary>
    public Outcome<ResultQuery> WithText(string? text)
    {
        var narrow = CellText.Narrow(text ?? "");
        if (narrow.Length == 0)
            return this;
        // Codes are written in groups on paper, and typed so.
        if (UnifiedSocialCreditCode.TryParse(narrow.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), out var code, out _))
            return WithCode(code);
        if (narrow.Length > MostText || ProtocolText.ScalarCount(narrow) < 2)
            return Refusal.Invalid("q", $"q is a code of {UnifiedSocialCreditCode.Length} characters, or 2 to {MostText} characters of a name");
        return this with { Name = NamePieces.Normal(narrow) };
    }

    /// <summary>Reads a code.</summary>
    public Outcome<ResultQuery> WithCode(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return this;
        return CodeCell.TryParse(CellText.Narrow(text), out var code, out var problem)
            ? WithCode(code)
            : Refusal.Invalid("uscc", problem);
    }

    // Two different codes fit no result, and so do not need to be looked for.
    private ResultQuery WithCode(UnifiedSocialCreditCode code) =>
        Uscc is not null && Uscc != code.ToString() ? this with { Uscc = "" } : this with { Uscc = code.ToString() };
}
