namespace Inspection.Drawing.Tests;

/// <summary>The fields over Fp: their laws, and the fast formulas against the slow ones.</summary>
public sealed class TowerTests
{
    private static readonly Fp12 A = Points.Element(0), B = Points.Element(1), C = Points.Element(2);

    [Fact]
    public void The_roots_that_build_the_tower_are_roots()
    {
        var u = new Fp2(Fp.Zero, Fp.One);
        var v = new Fp6(Fp2.Zero, Fp2.One, Fp2.Zero);
        var w = new Fp12(Fp6.Zero, Fp6.One);

        Assert.Equal(-Fp2.One, u * u);
        Assert.Equal(new Fp6(Fp2.Xi, Fp2.Zero, Fp2.Zero), v * v * v);
        Assert.Equal(new Fp12(v, Fp6.Zero), w * w);
    }

    [Fact]
    public void Products_obey_the_laws_of_a_field()
    {
        Assert.Equal(A * B, B * A);
        Assert.Equal(A * (B * C), A * B * C);
        Assert.Equal(A * (B + C), (A * B) + (A * C));
        Assert.Equal(A * (B - C), (A * B) - (A * C));
        Assert.Equal(A, A * Fp12.One);
        Assert.Equal(Fp12.Zero, A + (-A));
    }

    [Fact]
    public void Squares_and_inverses_agree_with_products()
    {
        Assert.Equal(A * A, A.Square());
        Assert.Equal(A.C0 * A.C0, A.C0.Square());
        Assert.Equal(A.C0.C0 * A.C0.C0, A.C0.C0.Square());
        Assert.Equal(Fp12.One, A * A.Inverse());
        Assert.Equal(Fp6.One, A.C0 * A.C0.Inverse());
        Assert.Equal(Fp2.One, A.C0.C0 * A.C0.C0.Inverse());
        Assert.True(Fp12.Zero.Inverse().IsZero);
    }

    [Fact]
    public void Short_cuts_agree_with_the_products_they_replace()
    {
        Assert.Equal(A.C0.C0 * Fp2.Xi, A.C0.C0.TimesXi());
        Assert.Equal(A.C0 * new Fp6(Fp2.Zero, Fp2.One, Fp2.Zero), A.C0.TimesV());
        Assert.Equal(A.C0.C0 * new Fp2(B.C0.C0.C0, Fp.Zero), A.C0.C0 * B.C0.C0.C0);
    }

    [Fact]
    public void Conjugates_and_Frobenius_agree_with_the_powers_they_replace()
    {
        var p = Fp.Modulus;

        Assert.Equal(A.C0.C0.Pow(p), A.C0.C0.Conjugate());
        Assert.Equal(A.Pow(p), A.Frobenius());
        Assert.Equal(
            A.Conjugate(), A.Frobenius().Frobenius().Frobenius().Frobenius().Frobenius().Frobenius());
    }

    [Fact]
    public void Pow_OfSmallExponents_IsRepeatedMultiplication()
    {
        Assert.Equal(Fp12.One, A.Pow(0));
        Assert.Equal(A, A.Pow(1));
        Assert.Equal(A * A * A * A * A, A.Pow(5));
        Assert.Equal(A.Pow(128) * A.Pow(128), A.Pow(256));
    }

    [Fact]
    public void Roots_in_Fp2_are_found_where_there_are_any()
    {
        foreach (var value in Points.Pairs(20).Append(Fp2.Zero).Append(Fp2.One).Append(-Fp2.One))
        {
            var square = value.Square();
            Assert.True(square.TrySquareRoot(out var root), value.ToString());
            Assert.True(root == value || root == -value);

            // ξ is no square, so ξ times a square is none.
            Assert.Equal(value.IsZero, square.TimesXi().TrySquareRoot(out _));
        }
    }

    [Fact]
    public void Every_element_of_Fp_has_a_root_in_Fp2()
    {
        foreach (var number in Points.Numbers(20))
        {
            var value = new Fp2(Fp.FromInteger(number), Fp.Zero);
            Assert.True(value.TrySquareRoot(out var root));
            Assert.Equal(value, root.Square());
        }
    }

    [Fact]
    public void IsLargerThanNegation_OfFp2_ComparesTheHigherPartFirst()
    {
        var minusOne = -Fp.One;

        Assert.True(new Fp2(Fp.One, minusOne).IsLargerThanNegation);
        Assert.False(new Fp2(minusOne, Fp.One).IsLargerThanNegation);
        Assert.True(new Fp2(minusOne, Fp.Zero).IsLargerThanNegation);
        Assert.False(new Fp2(Fp.One, Fp.Zero).IsLargerThanNegation);
        Assert.False(Fp2.Zero.IsLargerThanNegation);
    }
}
