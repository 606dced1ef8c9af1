using System.Numerics;

namespace Inspection.Drawing.Tests;

/// <summary>Fp against its slow twin, <see cref="BigInteger"/> modulo p.</summary>
public sealed class FpTests
{
    private static readonly BigInteger P = Fp.Modulus;

    [Fact]
    public void The_prime_and_the_order_follow_from_the_seed()
    {
        var x = -(BigInteger)Bls12381.SeedMagnitude;

        Assert.Equal(((x - 1) * (x - 1) * Bls12381.Order / 3) + x, P);
        Assert.Equal(
            "73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001",
            Bls12381.Order.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Sums_differences_and_products_are_those_of_integers_modulo_p()
    {
        BigInteger[] numbers = [.. Points.Numbers(20)];
        foreach (var a in numbers)
        {
            foreach (var b in numbers)
            {
                var (x, y) = (Fp.FromInteger(a), Fp.FromInteger(b));
                Assert.Equal((a + b) % P, Points.ToInteger(x + y));
                Assert.Equal((a - b + P) % P, Points.ToInteger(x - y));
                Assert.Equal(a * b % P, Points.ToInteger(x * y));
                Assert.Equal(a == b, x == y);
            }
        }
    }

    [Fact]
    public void Negations_inverses_and_roots_are_those_of_integers_modulo_p()
    {
        foreach (var a in Points.Numbers(20))
        {
            var x = Fp.FromInteger(a);
            var isSquare = BigInteger.ModPow(a, (P - 1) / 2, P) <= 1;
            Assert.Equal((P - a) % P, Points.ToInteger(-x));
            Assert.Equal(a * a % P, Points.ToInteger(x.Square()));
            Assert.Equal(BigInteger.ModPow(a, P - 2, P), Points.ToInteger(x.Inverse()));
            Assert.Equal(isSquare, x.TrySquareRoot(out var root));
            Assert.Equal(isSquare, root.Square() == x);
            Assert.Equal(!a.IsEven, x.IsOdd);
            Assert.Equal(a > P - a && !a.IsZero, x.IsLargerThanNegation);
            Assert.Equal(a.IsZero, x.IsZero);
        }
    }

    [Fact]
    public void TryFromBytes_OfNumbersBelowP_GivesThem()
    {
        foreach (var a in Points.Numbers(20))
        {
            Assert.True(Fp.TryFromBytes(Points.Encode(a), out var element));
            Assert.Equal(Fp.FromInteger(a), element);
        }
    }

    [Fact]
    public void TryFromBytes_OfPAndMore_IsFalse()
    {
        Assert.False(Fp.TryFromBytes(Points.Encode(P), out _));
        Assert.False(Fp.TryFromBytes(Points.Encode(P + 1), out _));
        Assert.False(Fp.TryFromBytes(Points.Encode((BigInteger.One << 384) - 1), out _));
    }

    [Fact]
    public void FromInteger_OfMoreThanP_Reduces() =>
        Assert.Equal(Fp.FromInteger((BigInteger.One << 512) % P), Fp.FromInteger(BigInteger.One << 512));
}
