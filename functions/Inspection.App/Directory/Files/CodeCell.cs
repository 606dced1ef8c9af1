using Inspection.Drawing;

namespace Inspection.App.Directory;

/// <summary>
/// Reads a unified social credit code as people type it: full-width or lower-case, with white space around it.
/// </summary>
internal static class CodeCell
{
    public static bool TryParse(ReadOnlySpan<byte> utf8, out UnifiedSocialCreditCode code, out string problem)
    {
        problem = "";
        return UnifiedSocialCreditCode.TryParse(utf8, out code) || TryParse(CellText.Narrow(utf8), out code, out problem);
    }

    public static bool TryParse(string narrow, out UnifiedSocialCreditCode code, out string problem)
    {
        if (UnifiedSocialCreditCode.TryParse(narrow.ToUpperInvariant(), out code, out problem))
            return true;
        if (narrow.Length == 0)
            problem = "the code is missing";
        else if (CellText.LooksRounded(narrow))
            problem = "a spreadsheet took the code for a number and lost its last digits; format the column as text and "
                + "enter the code again";
        return false;
    }
}
