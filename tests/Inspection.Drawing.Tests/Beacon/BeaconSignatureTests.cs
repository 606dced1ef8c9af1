using System.Numerics;

namespace Inspection.Drawing.Tests;

public sealed class BeaconSignatureTests
{
    private static readonly byte[] Signature1000 = Convert.FromHexString(QuicknetRounds.Signature1000);

    [Theory]
    [MemberData(nameof(QuicknetRounds.All), MemberType = typeof(QuicknetRounds))]
    public void Published_rounds_are_the_beacons_own(long round, string signature, string randomness)
    {
        var bytes = Convert.FromHexString(signature);

        Assert.True(BeaconSignature.Verify(BeaconChain.Quicknet, round, bytes));
        Assert.Equal(randomness, Digest.Of(bytes).ToString());
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1001)]
    [InlineData(1000 + (1L << 62))]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_signature_of_another_round_is_refused(long round) =>
        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, round, Signature1000));

    [Fact]
    public void Rounds_with_their_signatures_swapped_are_refused()
    {
        var signature1001 = Convert.FromHexString(QuicknetRounds.Signature1001);

        Assert.True(BeaconSignature.Verify(BeaconChain.Quicknet, 1001, signature1001));
        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 1000, signature1001));
        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 1001, Signature1000));
    }

    [Fact]
    public void A_change_of_one_bit_of_the_signature_is_refused()
    {
        for (var bit = 0; bit < 8 * BeaconSignature.Size; bit += bit < 8 ? 1 : 13)
            Assert.False(
                BeaconSignature.Verify(BeaconChain.Quicknet, 1000, Bits.Flipped(Signature1000, bit)), $"bit {bit}");
    }

    [Fact]
    public void A_change_of_one_bit_of_the_round_is_refused()
    {
        for (var bit = 0; bit < 64; bit += 7)
            Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 1000 ^ (1L << bit), Signature1000), $"bit {bit}");
    }

    [Fact]
    public void Another_key_refuses_the_signature()
    {
        // The key −k·g, which differs from quicknet's in the one bit that tells y from −y.
        var bytes = Bits.Flipped(BeaconChain.Quicknet.PublicKey.Bytes.ToArray(), 2);
        var key = BeaconPublicKey.Parse(Convert.ToHexStringLower(bytes));
        var chain = new BeaconChain(BeaconChain.Quicknet.Hash, key, genesisUnixSeconds: 0, periodSeconds: 3);

        Assert.False(BeaconSignature.Verify(chain, 1000, Signature1000));
        Assert.True(BeaconSignature.Verify(chain, 1000, Bits.Flipped(Signature1000, 2)));
    }

    [Fact]
    public void A_signature_made_with_a_known_key_is_accepted()
    {
        var secret = new BigInteger(20260101);
        var key = CurvePoint<Fp2>.From(Bls12381.G2Generator).Multiply(secret).ToAffine();
        var publicKey = BeaconPublicKey.Parse(Convert.ToHexStringLower(Points.Encode(key)));
        var chain = new BeaconChain(default, publicKey, genesisUnixSeconds: 0, periodSeconds: 30);
        var message = Digest.Of([0, 0, 0, 0, 0, 0, 0, 7]).ToArray();
        var hashed = HashToG1.Hash(message, "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"u8);
        var signature = hashed.Multiply(secret).ToAffine();

        Assert.True(BeaconSignature.Verify(chain, 7, Points.Encode(signature)));
        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 7, Points.Encode(signature)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(47)]
    [InlineData(49)]
    [InlineData(96)]
    public void A_signature_of_another_length_is_refused(int length)
    {
        var bytes = new byte[length];
        Signature1000.AsSpan(0, Math.Min(length, Signature1000.Length)).CopyTo(bytes);

        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 1000, bytes));
    }

    [Fact]
    public void Infinity_and_the_uncompressed_form_are_refused()
    {
        var infinity = new byte[BeaconSignature.Size];
        infinity[0] = 0xC0;
        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 1000, infinity));

        Assert.True(PointEncoding.TryReadG1(Signature1000, out var point));
        byte[] uncompressed = [.. Points.Encode(point.X), .. Points.Encode(point.Y)];
        Assert.False(BeaconSignature.Verify(BeaconChain.Quicknet, 1000, uncompressed));
    }

    [Fact]
    public void Verify_WithoutAChain_Throws() =>
        Assert.Throws<ArgumentNullException>(() => BeaconSignature.Verify(null!, 1000, Signature1000));
}
