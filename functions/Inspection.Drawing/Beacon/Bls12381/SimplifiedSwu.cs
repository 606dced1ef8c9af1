namespace Inspection.Drawing;

/// <summary>
/// The simplified map of Shallue, van de Woestijne and Ulas: a point for every element u of Fp.
/// </summary>
/// <remarks>
/// <para>
/// It needs a curve y² = g(x) = x³ + A·x + B with neither A nor B zero. E has A = 0, so the map leads to a curve E'₁₁
/// from which an isogeny (<see cref="IsogenyMap"/>) leads on to E.
/// </para>
/// <code>
/// t  = Z²·u⁴ + Z·u²
/// x1 = (−B/A) · (1 + 1/t), or B/(Z·A) where t = 0
/// x2 = Z·u²·x1
/// </code>
/// <para>
/// Z is no square, and g(x2) = Z³·u⁶·g(x1): so exactly one of g(x1) and g(x2) is a square (or both are zero). y is its
/// root, odd where u is odd.
/// </para>
/// <para>Source: RFC 9380 section 6.6.2; A, B and Z from section 8.8.1.</para>
/// </remarks>
internal static class SimplifiedSwu
{
    private static readonly Fp A = Fp.FromHex(
        "00144698a3b8e9433d693a02c96d4982b0ea985383ee66a8d8e8981aefd881ac98936f8da0e0f97f5cf428082d584c1d");

    private static readonly Fp B = Fp.FromHex(
        "12e2908d11688030018b12e8753eee3b2016c1f0f24f4070a0b9c14fcef35ef55a23215a316ceaa5d1cc48e98e172be0");

    private static readonly Fp Z = Fp.FromInteger(11);

    private static readonly Fp NegatedBOverA = -B * A.Inverse();
    private static readonly Fp ExceptionalX = B * (Z * A).Inverse();

    /// <summary>The point of E'₁₁ for an element.</summary>
    public static AffinePoint<Fp> Map(Fp u)
    {
        var zu2 = Z * u.Square();
        var t = zu2.Square() + zu2;
        var x = t.IsZero ? ExceptionalX : NegatedBOverA * (Fp.One + t.Inverse());
        if (!RightSide(x).TrySquareRoot(out var y))
        {
            x = zu2 * x;
            RightSide(x).TrySquareRoot(out y);
        }

        return new AffinePoint<Fp>(x, y.IsOdd == u.IsOdd ? y : -y);
    }

    private static Fp RightSide(in Fp x) => ((x.Square() + A) * x) + B;
}
