namespace Inspection.Drawing.Tests;

/// <summary>Changes of one bit, which make bad vectors of good ones.</summary>
internal static class Bits
{
    /// <summary>A copy with one bit changed; bit 0 is the highest of the first byte.</summary>
    public static byte[] Flipped(byte[] bytes, int bit)
    {
        byte[] copy = [.. bytes];
        copy[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        return copy;
    }
}
