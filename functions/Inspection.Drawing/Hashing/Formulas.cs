using System.Security.Cryptography;

namespace Inspection.Drawing;

/// <summary>The hashes of <c>PROTOCOL.md</c>, each for one input, exactly as the text writes them.</summary>
internal static class Formulas
{
    /// <summary><c>salt(e) = SHA256(drawKey ‖ 'S' ‖ uscc)[..16]</c></summary>
    public static Salt Salt(DrawKey key, UnifiedSocialCreditCode code)
    {
        Span<byte> message = stackalloc byte[DrawKey.Size + 1 + UnifiedSocialCreditCode.Length];
        key.Bytes.CopyTo(message);
        message[DrawKey.Size] = (byte)'S';
        code.Bytes.CopyTo(message[(DrawKey.Size + 1)..]);
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(message, hash);
        var salt = default(Salt);
        hash[..Drawing.Salt.Size].CopyTo(salt);
        return salt;
    }

    /// <summary><c>classSeal(e) = SHA256(salt(e) ‖ class)</c></summary>
    public static Digest ClassSeal(Salt salt, RiskClass riskClass)
    {
        Span<byte> message = stackalloc byte[Drawing.Salt.Size + RiskClass.MaxLength];
        salt[..].CopyTo(message);
        var length = riskClass.CopyTo(message[Drawing.Salt.Size..]);
        return Digest.Of(message[..(Drawing.Salt.Size + length)]);
    }

    /// <summary><c>leaf(e) = SHA256(0x00 ‖ uscc ‖ classSeal(e))</c></summary>
    public static Digest Leaf(UnifiedSocialCreditCode code, Digest classSeal)
    {
        Span<byte> message = stackalloc byte[1 + UnifiedSocialCreditCode.Length + Digest.Size];
        message[0] = 0x00;
        code.Bytes.CopyTo(message[1..]);
        classSeal.CopyTo(message[(1 + UnifiedSocialCreditCode.Length)..]);
        return Digest.Of(message);
    }

    /// <summary><c>node(l, r) = SHA256(0x01 ‖ l ‖ r)</c></summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> message = stackalloc byte[1 + (2 * Digest.Size)];
        message[0] = 0x01;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + Digest.Size)..]);
        return Digest.Of(message);
    }

    /// <summary><c>ticket(e) = SHA256(seed ‖ 'T' ‖ salt(e))</c></summary>
    public static Digest Ticket(Digest seed, Salt salt)
    {
        Span<byte> message = stackalloc byte[Digest.Size + 1 + Drawing.Salt.Size];
        seed.CopyTo(message);
        message[Digest.Size] = (byte)'T';
        salt[..].CopyTo(message[(Digest.Size + 1)..]);
        return Digest.Of(message);
    }

    /// <summary><c>SHA256(drawKey ‖ tag ‖ the file's bytes)</c>: the seal of a list, tag <c>'X'</c> or <c>'I'</c>.</summary>
    public static Digest Seal(DrawKey key, char tag, ReadOnlySpan<byte> file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(key.Bytes);
        hash.AppendData([(byte)tag]);
        hash.AppendData(file);
        Span<byte> seal = stackalloc byte[Digest.Size];
        hash.GetHashAndReset(seal);
        return Digest.FromBytes(seal);
    }
}
