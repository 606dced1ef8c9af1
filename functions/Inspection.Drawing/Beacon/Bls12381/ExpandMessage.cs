using System.Security.Cryptography;

namespace Inspection.Drawing;

/// <summary>
/// <c>expand_message_xmd</c> with SHA-256: as many uniform bytes from a message as are asked for, kept apart from those
/// of other uses by a tag.
/// </summary>
/// <remarks>
/// <code>
/// tag' = tag ‖ its length, 1 byte
/// b0   = SHA256(64 zero bytes ‖ message ‖ the output's length, 2 bytes ‖ 0x00 ‖ tag')
/// b1   = SHA256(b0 ‖ 0x01 ‖ tag')
/// b(i) = SHA256((b0 xor b(i−1)) ‖ i, 1 byte ‖ tag')
/// output = b1 ‖ b2 ‖ …, cut to its length
/// </code>
/// Source: RFC 9380 section 5.3.1.
/// </remarks>
internal static class ExpandMessage
{
    private const int BlockSize = 64;

    /// <summary>Fills the output.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="tag">The domain separation tag, 1 to 255 bytes.</param>
    /// <param name="output">At most 255 · 32 bytes.</param>
    /// <exception cref="ArgumentException">The tag or the output is of another length.</exception>
    public static void Xmd(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tag, Span<byte> output)
    {
        if (tag.Length is 0 or > byte.MaxValue)
            throw new ArgumentException($"a tag has 1 to {byte.MaxValue} bytes, this has {tag.Length}", nameof(tag));
        if (output.Length > byte.MaxValue * SHA256.HashSizeInBytes)
            throw new ArgumentException($"{output.Length} bytes are more than 255 digests", nameof(output));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> b0 = stackalloc byte[SHA256.HashSizeInBytes];
        hash.AppendData(stackalloc byte[BlockSize]);
        hash.AppendData(message);
        hash.AppendData([(byte)(output.Length >> 8), (byte)(output.Length & 0xFF), 0]);
        Finish(hash, tag, b0);

        Span<byte> block = stackalloc byte[SHA256.HashSizeInBytes];
        block.Clear();
        for (var i = 1; !output.IsEmpty; i++)
        {
            for (var k = 0; k < block.Length; k++)
                block[k] ^= b0[k];
            hash.AppendData(block);
            hash.AppendData([(byte)i]);
            Finish(hash, tag, block);
            var taken = Math.Min(block.Length, output.Length);
            block[..taken].CopyTo(output);
            output = output[taken..];
        }
    }

    private static void Finish(IncrementalHash hash, ReadOnlySpan<byte> tag, Span<byte> digest)
    {
        hash.AppendData(tag);
        hash.AppendData([(byte)tag.Length]);
        hash.GetHashAndReset(digest);
    }
}
