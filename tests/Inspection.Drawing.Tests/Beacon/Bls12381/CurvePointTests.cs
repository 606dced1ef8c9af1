using System.Numerics;

namespace Inspection.Drawing.Tests;

public sealed class CurvePointTests
{
    private static readonly CurvePoint<Fp> G1 = CurvePoint<Fp>.From(Bls12381.G1Generator);
    private static readonly CurvePoint<Fp2> G2 = CurvePoint<Fp2>.From(Bls12381.G2Generator);

    [Fact]
    public void Generators_lie_on_their_curves()
    {
        Assert.Equal(Cube(Bls12381.G1Generator.X) + Bls12381.G1Constant, Bls12381.G1Generator.Y.Square());
        Assert.Equal(Cube(Bls12381.G2Generator.X) + Bls12381.G2Constant, Bls12381.G2Generator.Y.Square());
    }

    [Fact]
    public void Generators_are_of_order_r()
    {
        Assert.True(G1.Multiply(Bls12381.Order).IsInfinity);
        Assert.True(G2.Multiply(Bls12381.Order).IsInfinity);
        Assert.Equal(Bls12381.G1Generator.Negate(), G1.Multiply(Bls12381.Order - 1).ToAffine());
        Assert.Equal(Bls12381.G2Generator.Negate(), G2.Multiply(Bls12381.Order - 1).ToAffine());
    }

    [Fact]
    public void Sums_agree_with_the_chord_and_tangent_rule()
    {
        // The slow twin: coordinates and a division at every step.
        var sum = Bls12381.G1Generator;
        for (var n = 2; n < 20; n++)
        {
            sum = AddSlowly(sum, Bls12381.G1Generator);
            Assert.Equal(sum, G1.Multiply(n).ToAffine());
            Assert.Equal(sum, (G1.Multiply(n - 1) + G1).ToAffine());
            Assert.Equal(sum, (G1 + G1.Multiply(n - 1)).ToAffine());
        }
    }

    [Fact]
    public void Multiples_add_up()
    {
        BigInteger a = 123456789, b = BigInteger.Pow(7, 80);

        Assert.Equal(G1.Multiply(a + b).ToAffine(), (G1.Multiply(a) + G1.Multiply(b)).ToAffine());
        Assert.Equal(G2.Multiply(a + b).ToAffine(), (G2.Multiply(a) + G2.Multiply(b)).ToAffine());
        Assert.Equal(G2.Multiply(a * b).ToAffine(), G2.Multiply(a).Multiply(b).ToAffine());
    }

    [Fact]
    public void Infinity_adds_nothing()
    {
        var infinity = CurvePoint<Fp>.Infinity;
        var five = G1.Multiply(5);

        Assert.Equal(five, five + infinity);
        Assert.Equal(five, infinity + five);
        Assert.True((infinity + infinity).IsInfinity);
        Assert.True(infinity.Double().IsInfinity);
        Assert.True(G1.Multiply(0).IsInfinity);
        Assert.True((five + CurvePoint<Fp>.From(five.ToAffine().Negate())).IsInfinity);
        Assert.Equal(G1.Multiply(10).ToAffine(), (five + CurvePoint<Fp>.From(five.ToAffine())).ToAffine());
        Assert.Throws<InvalidOperationException>(() => infinity.ToAffine());
    }

    private static T Cube<T>(T x)
        where T : struct, IField<T> => x.Square() * x;

    private static AffinePoint<Fp> AddSlowly(AffinePoint<Fp> left, AffinePoint<Fp> right)
    {
        var slope = left == right
            ? Fp.FromInteger(3) * left.X.Square() * (left.Y + left.Y).Inverse()
            : (right.Y - left.Y) * (right.X - left.X).Inverse();
        var x = slope.Square() - left.X - right.X;
        return new AffinePoint<Fp>(x, (slope * (left.X - x)) - left.Y);
    }
}
