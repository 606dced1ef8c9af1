using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Inspection.Drawing;

/// <summary>
/// The check <c>beacon</c> of <c>PROTOCOL.md</c> section 9: whether a round's signature is the beacon's own.
/// </summary>
/// <remarks>
/// <para>
/// The beacon signs with a secret number k, which its operators hold in shares; its public key is k·g, with g the
/// generator of G2. The signature of a round is k·H(m), with
/// </para>
/// <code>
/// m = SHA256(round, 8 bytes big-endian)
/// H = hash_to_curve of BLS12381G1_XMD:SHA-256_SSWU_RO_, with the tag BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_
/// </code>
/// <para>
/// A pairing e moves factors between its arguments: e(k·H(m), g) = e(H(m), k·g). So the signature S is right if and
/// only if e(S, −g) · e(H(m), key) = 1. Each round has exactly one right signature, so the operators cannot choose.
/// </para>
/// <para>
/// Sources: draft-irtf-cfrg-bls-signature-05 section 2.7 (CoreVerify) for a minimal-signature-size scheme; drand
/// (<c>crypto/schemes.go</c>), scheme <c>bls-unchained-g1-rfc9380</c>.
/// </para>
/// </remarks>
public static class BeaconSignature
{
    /// <summary>How many bytes a signature has: a compressed point of G1.</summary>
    public const int Size = PointEncoding.G1Size;

    private static readonly MillerLines NegatedGenerator = new(Bls12381.G2Generator.Negate());

    private static ReadOnlySpan<byte> Tag => "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"u8;

    /// <summary>Whether these bytes are the chain's signature of the round.</summary>
    /// <param name="chain">The beacon.</param>
    /// <param name="round">The round's number.</param>
    /// <param name="signature">
    /// The signature as the beacon publishes it. Bytes that are not the compressed form of a point of G1, and infinity,
    /// are no signature.
    /// </param>
    /// <returns>True for the one right signature; false for everything else, and for a round below 1.</returns>
    public static bool Verify(BeaconChain chain, long round, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (round < 1 || !PointEncoding.TryReadG1(signature, out var point))
            return false;
        var message = HashToG1.Hash(MessageOf(round), Tag).ToAffine();
        return Pairing.Product((point, NegatedGenerator), (message, chain.PublicKey.Lines)) == Fp12.One;
    }

    private static byte[] MessageOf(long round)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, round);
        return SHA256.HashData(number);
    }
}
