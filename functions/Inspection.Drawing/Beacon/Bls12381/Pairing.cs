namespace Inspection.Drawing;

/// <summary>
/// The optimal ate pairing of BLS12-381: a function e of a point P of G1 and a point Q of G2 with
/// e(a·P, b·Q) = e(P, Q)^(a·b), and never 1 for points other than infinity.
/// </summary>
/// <remarks>
/// <code>e(P, Q) = f(x, Q)(P) ^ (3 (p¹² − 1) / r)</code>
/// <para>
/// f(n, Q) is the function with a zero of order n at Q and a pole at n·Q. Miller's algorithm builds its value at P by
/// doubling and adding: f(2n) = f(n)² · the tangent at n·Q, f(n+1) = f(n) · the line through n·Q and Q. Vertical lines
/// would divide, but lie in Fp6 and vanish in the final exponentiation; for the same reason f(−n) may be taken as the
/// conjugate of f(n).
/// </para>
/// <para>
/// The factor 3, prime to r, gives another pairing that is as good and makes the exponent a short expression: the
/// cube of the pairing of draft-irtf-cfrg-pairing-friendly-curves appendix A.
/// </para>
/// <para>
/// Sources: F. Vercauteren, "Optimal pairings", eprint.iacr.org/2008/096; D. Hayashida, K. Hayasaka and T. Teruya,
/// "Efficient final exponentiation via cyclotomic structure for pairings over families of elliptic curves",
/// eprint.iacr.org/2020/875.
/// </para>
/// </remarks>
internal static class Pairing
{
    /// <summary>The product of some pairings; all share the squarings and the final exponentiation.</summary>
    public static Fp12 Product(params ReadOnlySpan<(AffinePoint<Fp> P, MillerLines Q)> pairs)
    {
        var f = Fp12.One;
        var step = 0;
        foreach (var isSet in MillerLines.StepBits)
        {
            f = TimesLines(f.Square(), step++, pairs);
            if (isSet)
                f = TimesLines(f, step++, pairs);
        }

        // x is negative.
        return FinalExponentiation(f.Conjugate());
    }

    /// <summary>
    /// f^(3 (p¹² − 1) / r), with (p¹² − 1) / r = (p⁶ − 1) · (p² + 1) · (p⁴ − p² + 1) / r and
    /// 3 (p⁴ − p² + 1) / r = (x − 1)² · (x + p) · (x² + p² − 1) + 3.
    /// </summary>
    internal static Fp12 FinalExponentiation(in Fp12 f)
    {
        // After the power p⁶ − 1 the conjugate is the inverse.
        var a = f.Conjugate() * f.Inverse();
        a = a.Frobenius().Frobenius() * a;
        var b = PowerOfSeedMinusOne(PowerOfSeedMinusOne(a));
        b = PowerOfSeed(b) * b.Frobenius();
        b = PowerOfSeed(PowerOfSeed(b)) * b.Frobenius().Frobenius() * b.Conjugate();
        return b * a.Square() * a;
    }

    private static Fp12 TimesLines(Fp12 f, int step, ReadOnlySpan<(AffinePoint<Fp> P, MillerLines Q)> pairs)
    {
        foreach (var (p, q) in pairs)
            f *= q[step].At(p);
        return f;
    }

    // For an a whose inverse is its conjugate: a^x with the negative x, and a^(x − 1).
    private static Fp12 PowerOfSeed(in Fp12 a) => a.Pow(Bls12381.SeedMagnitude).Conjugate();

    private static Fp12 PowerOfSeedMinusOne(in Fp12 a) => PowerOfSeed(a) * a.Conjugate();
}
