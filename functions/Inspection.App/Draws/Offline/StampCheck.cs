using Inspection.App.Ledger.Stamps;
using Inspection.App.Terminal;
using Inspection.Drawing;

namespace Inspection.App.Draws.Offline;

/// <summary>
/// The check <c>stamp</c>, beside those of the protocol: whether a stamp file holds by itself. What it says then goes into
/// the protocol's check <c>committed-before</c>.
/// </summary>
/// <param name="Result">How the check ended.</param>
/// <param name="Stamp">What the stamp says; null where it does not hold.</param>
internal sealed record StampCheck(CheckResult Result, OutsideStamp? Stamp)
{
    private const string Name = "stamp";

    /// <summary>The check of a file; null where none is given.</summary>
    /// <exception cref="WrongInputException">A file is missing, or the certificate is none.</exception>
    public static StampCheck? Make(string? file, string? certificate)
    {
        if (file is null)
            return certificate is null ? null : throw new WrongInputException("--stamp-certificate is for --stamp; give both, or neither");
        if (certificate is not null && StampTrust.ProblemIn(certificate) is { } unusable)
            throw new WrongInputException($"--stamp-certificate {unusable}");
        return StampDocument.Read(InputFile.Read(file), out var problem) is { } document
            && document.Check(StampTrust.Load(certificate), out problem) is { } found
            ? new StampCheck(new CheckResult(Name, CheckStatus.Passed, InWords(found)), found.Outside)
            : new StampCheck(new CheckResult(Name, CheckStatus.Failed, problem), null);
    }

    private static string InWords(CheckedStamp found)
    {
        var whose = found.Token.IsAttributed ? "" : ", whoever that is: give --stamp-certificate to check it";
        return $"{found.Token.By}{whose}, stamped ledger entry {found.Head.Number} at {found.Token.Time:u}; it covers the notice's entry {found.Notice.Number}";
    }
}
