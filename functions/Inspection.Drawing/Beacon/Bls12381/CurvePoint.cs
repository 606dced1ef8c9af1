using System.Numerics;

namespace Inspection.Drawing;

/// <summary>A point other than infinity by its two coordinates.</summary>
/// <param name="X">The x coordinate.</param>
/// <param name="Y">The y coordinate.</param>
internal readonly record struct AffinePoint<T>(T X, T Y)
    where T : struct, ICoordinate<T>
{
    /// <summary>The point that adds up with this one to infinity.</summary>
    public AffinePoint<T> Negate() => new(X, -Y);
}

/// <summary>
/// A point of a curve y² = x³ + b, infinity included, that can be added and multiplied without dividing.
/// </summary>
/// <remarks>
/// <para>Jacobian coordinates: X, Y, Z stand for x = X/Z², y = Y/Z³, and Z = 0 for infinity.</para>
/// <para>
/// Adding is the chord-and-tangent rule with slope λ, x₃ = λ² − x₁ − x₂, y₃ = λ(x₁ − x₃) − y₁, brought over the common
/// denominators. b appears nowhere, so the same code serves G1 (over Fp) and G2 (over Fp2). Formulas: D. Bernstein and
/// T. Lange, Explicit-Formulas Database, hyperelliptic.org/EFD, short Weierstrass curves with a = 0, Jacobian.
/// </para>
/// </remarks>
/// <param name="X">x · Z².</param>
/// <param name="Y">y · Z³.</param>
/// <param name="Z">The common denominator.</param>
internal readonly record struct CurvePoint<T>(T X, T Y, T Z)
    where T : struct, ICoordinate<T>
{
    /// <summary>The point that adds nothing.</summary>
    public static CurvePoint<T> Infinity => new(T.One, T.One, T.Zero);

    /// <summary>Whether this is the point that adds nothing.</summary>
    public bool IsInfinity => Z.IsZero;

    /// <summary>A point by its coordinates.</summary>
    public static CurvePoint<T> From(in AffinePoint<T> point) => new(point.X, point.Y, T.One);

    /// <summary>The sum, whichever the two points are.</summary>
    public static CurvePoint<T> operator +(in CurvePoint<T> left, in CurvePoint<T> right)
    {
        if (left.IsInfinity)
            return right;
        if (right.IsInfinity)
            return left;
        var leftZ2 = left.Z.Square();
        var rightZ2 = right.Z.Square();
        var leftX = left.X * rightZ2;
        var leftY = left.Y * right.Z * rightZ2;
        var run = (right.X * leftZ2) - leftX;
        var rise = (right.Y * left.Z * leftZ2) - leftY;
        if (run.IsZero)
            return rise.IsZero ? left.Double() : Infinity;
        var run2 = run.Square();
        var run3 = run * run2;
        var v = leftX * run2;
        var x = rise.Square() - run3 - v - v;
        return new CurvePoint<T>(x, (rise * (v - x)) - (leftY * run3), left.Z * right.Z * run);
    }

    /// <summary>The sum with itself.</summary>
    public CurvePoint<T> Double()
    {
        var xx = X.Square();
        var yy = Y.Square();
        var yyyy = yy.Square();
        var d = (X + yy).Square() - xx - yyyy;
        d += d;
        var rise = xx + xx + xx;
        var x = rise.Square() - d - d;
        var eightYyyy = yyyy + yyyy;
        eightYyyy += eightYyyy;
        eightYyyy += eightYyyy;
        var yz = Y * Z;
        return new CurvePoint<T>(x, (rise * (d - x)) - eightYyyy, yz + yz);
    }

    /// <summary>This point added up <paramref name="factor"/> times, by doubling and adding.</summary>
    /// <param name="factor">0 or more.</param>
    public CurvePoint<T> Multiply(BigInteger factor)
    {
        var result = Infinity;
        foreach (var octet in factor.ToByteArray(isUnsigned: true, isBigEndian: true))
        {
            for (var bit = 0x80; bit != 0; bit >>= 1)
            {
                result = result.Double();
                if ((octet & bit) != 0)
                    result += this;
            }
        }

        return result;
    }

    /// <summary>The two coordinates.</summary>
    /// <exception cref="InvalidOperationException">The point is infinity, which has none.</exception>
    public AffinePoint<T> ToAffine()
    {
        if (IsInfinity)
            throw new InvalidOperationException("the point at infinity has no coordinates");
        var inverse = Z.Inverse();
        var square = inverse.Square();
        return new AffinePoint<T>(X * square, Y * square * inverse);
    }
}
