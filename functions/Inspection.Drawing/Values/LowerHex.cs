namespace Inspection.Drawing;

/// <summary>Hex as the protocol has it: lower-case only, two digits for each byte.</summary>
internal static class LowerHex
{
    /// <summary>Whether the text is exactly <paramref name="digits"/> lower-case hex digits.</summary>
    public static bool IsHex(ReadOnlySpan<char> text, int digits) =>
        text.Length == digits && !text.ContainsAnyExcept(Digits);

    /// <summary>Whether the text is one or more whole bytes in lower-case hex.</summary>
    public static bool IsBytes(ReadOnlySpan<char> text) =>
        text.Length > 0 && text.Length % 2 == 0 && !text.ContainsAnyExcept(Digits);

    /// <summary>Decodes exactly as many bytes as the destination holds; false for anything but lower-case hex of that length.</summary>
    public static bool TryDecode(ReadOnlySpan<char> hex, Span<byte> destination) =>
        IsHex(hex, destination.Length * 2)
        && Convert.FromHexString(hex, destination, out _, out _) == System.Buffers.OperationStatus.Done;

    private static readonly System.Buffers.SearchValues<char> Digits =
        System.Buffers.SearchValues.Create("0123456789abcdef");
}
