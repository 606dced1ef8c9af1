using System.Globalization;
using Inspection.Drawing;

namespace Inspection.App.Ledger;

/// <summary>A place in the ledger: an entry's number and hash. Whoever keeps one can tell later whether all before it is unchanged.</summary>
public readonly record struct LedgerHead(long Number, Digest Hash)
{
    /// <summary>Reads <c>NUMBER:HASH</c>.</summary>
    public static bool TryParse(string text, out LedgerHead head)
    {
        head = default;
        var parts = text.Split(':');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || !Digest.TryParse(parts[1], out var hash))
        {
            return false;
        }

        head = new LedgerHead(number, hash);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
