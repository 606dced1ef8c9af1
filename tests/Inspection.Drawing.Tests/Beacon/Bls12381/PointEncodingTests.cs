using System.Numerics;

namespace Inspection.Drawing.Tests;

public sealed class PointEncodingTests
{
    // draft-irtf-cfrg-pairing-friendly-curves, "Test Vectors for Point Serialization".
    private const string G1Generator =
        "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb";

    private const string G2Generator =
        "93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e" +
        "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8";

    [Fact]
    public void The_generators_read_as_the_draft_writes_them()
    {
        Assert.Equal(Bls12381.G1Generator, ReadG1(Convert.FromHexString(G1Generator)));
        Assert.Equal(Bls12381.G2Generator, ReadG2(Convert.FromHexString(G2Generator)));
    }

    [Fact]
    public void Multiples_of_the_generators_read_as_they_were_written()
    {
        for (var n = 2; n < 8; n++)
        {
            var p = CurvePoint<Fp>.From(Bls12381.G1Generator).Multiply(n).ToAffine();
            var q = CurvePoint<Fp2>.From(Bls12381.G2Generator).Multiply(n).ToAffine();
            Assert.Equal(p, ReadG1(Points.Encode(p)));
            Assert.Equal(p.Negate(), ReadG1(Points.Encode(p.Negate())));
            Assert.Equal(q, ReadG2(Points.Encode(q)));
            Assert.Equal(q.Negate(), ReadG2(Points.Encode(q.Negate())));
        }
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x20)]
    [InlineData(0x40)]
    [InlineData(0x60)]
    [InlineData(0xC0)]
    [InlineData(0xE0)]
    public void Other_flags_than_those_of_a_compressed_point_are_refused(int flags)
    {
        var g1 = Convert.FromHexString(G1Generator);
        var g2 = Convert.FromHexString(G2Generator);
        g1[0] = (byte)((g1[0] & 0x1F) | flags);
        g2[0] = (byte)((g2[0] & 0x1F) | flags);
        var infinity = new byte[48];
        infinity[0] = (byte)flags;

        Assert.Null(ReadG1(g1));
        Assert.Null(ReadG2(g2));
        Assert.Null(ReadG1(infinity));
    }

    [Fact]
    public void Other_lengths_are_refused()
    {
        var g1 = Convert.FromHexString(G1Generator);
        var g2 = Convert.FromHexString(G2Generator);

        Assert.Null(ReadG1([]));
        Assert.Null(ReadG2([]));
        Assert.Null(ReadG1(g1[..47]));
        Assert.Null(ReadG1([.. g1, 0]));
        Assert.Null(ReadG1(g2));
        Assert.Null(ReadG2(g1));
        Assert.Null(ReadG2([.. g2, 0]));
    }

    [Fact]
    public void An_x_without_a_point_is_refused()
    {
        var refused = 0;
        for (BigInteger x = 1; refused < 5; x++)
        {
            if (IsSquare((x * x * x) + 4))
                continue;
            var bytes = Points.Encode(x);
            bytes[0] |= 0x80;
            Assert.Null(ReadG1(bytes));
            refused++;
        }
    }

    [Fact]
    public void A_point_of_the_curve_but_not_of_G1_is_refused()
    {
        // (0, 2) lies on y² = x³ + 4 and is of order 3.
        var three = new AffinePoint<Fp>(Fp.Zero, Fp.FromInteger(2));
        Assert.True(CurvePoint<Fp>.From(three).Multiply(3).IsInfinity);
        Assert.Null(ReadG1(Points.Encode(three)));
        Assert.Null(ReadG1(Points.Encode(three.Negate())));

        // A point of G1 and one of order 3 add up to a point outside.
        var sum = (CurvePoint<Fp>.From(Bls12381.G1Generator) + CurvePoint<Fp>.From(three)).ToAffine();
        Assert.Null(ReadG1(Points.Encode(sum)));
    }

    [Fact]
    public void A_point_of_the_twist_but_not_of_G2_is_refused()
    {
        var refused = 0;
        for (var i = 1; refused < 3; i++)
        {
            var x = new Fp2(Fp.FromInteger(i), Fp.Zero);
            if (!((x.Square() * x) + Bls12381.G2Constant).TrySquareRoot(out var y))
                continue;
            Assert.Null(ReadG2(Points.Encode(new AffinePoint<Fp2>(x, y))));
            refused++;
        }
    }

    [Fact]
    public void An_x_of_p_or_more_is_refused()
    {
        // Where x + p still leaves the flags alone, it would be a second encoding of the same point.
        var room = (BigInteger.One << 381) - Fp.Modulus;
        var refused = 0;
        for (var n = 1; refused < 3; n++)
        {
            var point = CurvePoint<Fp>.From(Bls12381.G1Generator).Multiply(n).ToAffine();
            var x = Points.ToInteger(point.X);
            if (x >= room)
                continue;
            var flags = (byte)(Points.Encode(point)[0] & 0xE0);
            var again = Points.Encode(x + Fp.Modulus);
            again[0] |= flags;
            Assert.NotNull(ReadG1(Points.Encode(point)));
            Assert.Null(ReadG1(again));
            refused++;
        }
    }

    [Fact]
    public void Either_part_of_p_or_more_is_refused_in_G2()
    {
        var room = (BigInteger.One << 381) - Fp.Modulus;
        var (first, second) = (false, false);
        for (var n = 1; !first || !second; n++)
        {
            var point = CurvePoint<Fp2>.From(Bls12381.G2Generator).Multiply(n).ToAffine();
            var good = Points.Encode(point);
            var (c1, c0) = (Points.ToInteger(point.X.C1), Points.ToInteger(point.X.C0));
            if (c1 < room)
            {
                byte[] again = [.. Points.Encode(c1 + Fp.Modulus), .. good[48..]];
                again[0] |= (byte)(good[0] & 0xE0);
                Assert.Null(ReadG2(again));
                first = true;
            }

            Assert.Null(ReadG2([.. good[..48], .. Points.Encode(c0 + Fp.Modulus)]));
            byte[] flaggedTwice = [.. good];
            flaggedTwice[48] |= 0x80;
            Assert.Null(ReadG2(flaggedTwice));
            second = true;
        }
    }

    private static bool IsSquare(BigInteger value) =>
        BigInteger.ModPow(value, (Fp.Modulus - 1) / 2, Fp.Modulus) <= 1;

    private static AffinePoint<Fp>? ReadG1(byte[] bytes) =>
        PointEncoding.TryReadG1(bytes, out var point) ? point : null;

    private static AffinePoint<Fp2>? ReadG2(byte[] bytes) =>
        PointEncoding.TryReadG2(bytes, out var point) ? point : null;
}
