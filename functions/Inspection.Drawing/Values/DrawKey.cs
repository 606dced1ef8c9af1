using System.Security.Cryptography;

namespace Inspection.Drawing;

/// <summary>
/// The draw key (抽取密钥): 32 secret bytes, used for one draw only. It salts the class of every enterprise and seals the
/// lists, so whoever holds it can tell each enterprise's class from the published hashes.
/// </summary>
/// <remarks>The key never shows in <see cref="ToString"/>, so it cannot slip into a log or a message.</remarks>
public sealed class DrawKey
{
    /// <summary>How many bytes a key has.</summary>
    public const int Size = 32;

    private readonly byte[] bytes;

    /// <summary>Takes a copy of the key's bytes.</summary>
    /// <exception cref="ProtocolException">There are not exactly 32 bytes.</exception>
    public DrawKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ProtocolException($"a draw key has {Size} bytes, this has {bytes.Length}");
        this.bytes = bytes.ToArray();
    }

    /// <summary>The key's bytes: a secret until the draw is disclosed.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reads <c>draw-key.txt</c>: 64 lower-case hex digits and one line feed.</summary>
    /// <exception cref="ProtocolException">The content is anything else.</exception>
    public static DrawKey ReadText(ReadOnlySpan<byte> content)
    {
        Span<char> hex = stackalloc char[2 * Size];
        Span<byte> key = stackalloc byte[Size];
        if (content.Length != hex.Length + 1 || content[^1] != (byte)'\n'
            || System.Text.Encoding.Latin1.GetChars(content[..^1], hex) != hex.Length || !LowerHex.TryDecode(hex, key))
        {
            throw new ProtocolException($"draw-key.txt must hold {2 * Size} lower-case hex digits and one line feed; it has {content.Length} bytes");
        }

        return new DrawKey(key);
    }

    /// <summary>The content of <c>draw-key.txt</c>.</summary>
    public byte[] ToText() => System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes) + "\n");

    /// <summary>Whether both hold the same bytes, in a time that does not depend on them.</summary>
    public bool Matches(DrawKey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CryptographicOperations.FixedTimeEquals(bytes, other.bytes);
    }

    /// <summary>A fixed text that gives nothing away.</summary>
    public override string ToString() => "(draw key)";
}
