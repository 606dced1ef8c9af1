using System.Text;
using Inspection.App.Storage;

namespace Inspection.App.Directory;

/// <summary>
/// The two-character pieces that a name is found by: 青檀餐饮 has 青檀, 檀餐 and 餐饮. Full-width letters count as the
/// ASCII ones and small ones as capitals. A character outside the basic plane is one character.
/// </summary>
internal static class NamePieces
{
    /// <summary>The form in which names are compared.</summary>
    public static string Normal(string text) => CellText.Narrow(text).ToUpperInvariant();

    /// <summary>The different pieces of a text in its normal form, two code points packed in each.</summary>
    public static HashSet<ulong> Of(string normal)
    {
        var pieces = new HashSet<ulong>();
        var before = default(Rune?);
        foreach (var rune in normal.EnumerateRunes())
        {
            if (before is { } first)
                pieces.Add(((ulong)first.Value << 32) | (uint)rune.Value);
            before = rune;
        }

        return pieces;
    }

    /// <summary>The piece as a row key.</summary>
    public static string Key(ulong piece) => TableKey.Escape($"{new Rune((uint)(piece >> 32))}{new Rune((uint)piece)}");
}
