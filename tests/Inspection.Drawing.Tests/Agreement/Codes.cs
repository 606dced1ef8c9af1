using System.Globalization;
using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Agreement;

/// <summary>Unified social credit codes by number, ascending.</summary>
internal static class Codes
{
    public static string Numbered(int number)
    {
        var first17 = "91370402" + number.ToString("D9", CultureInfo.InvariantCulture);
        return first17 + PlainUscc.CheckCharacter(first17);
    }
}
