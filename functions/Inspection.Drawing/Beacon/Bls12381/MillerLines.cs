namespace Inspection.Drawing;

/// <summary>
/// A line through points of E', such as Miller's algorithm multiplies up, ready to be evaluated at points of E.
/// </summary>
/// <remarks>
/// <para>
/// The map (x, y) → (x/w², y/w³) brings E' to E over Fp12. A line of slope λ through (a, b) of E' becomes there a line
/// of slope λ/w through (a/w², b/w³), and its value at a point (X, Y) of E, times w³, is
/// </para>
/// <code>Y·w³ − λ·X·w² + (λ·a − b)</code>
/// <para>The factor w³ does not matter: the final exponentiation brings it to 1.</para>
/// </remarks>
/// <param name="Slope">λ.</param>
/// <param name="Offset">λ·a − b.</param>
internal readonly record struct MillerLine(Fp2 Slope, Fp2 Offset)
{
    /// <summary>The line's value at a point of E, up to the factor w³. (w² is v, and w³ is v·w.)</summary>
    public Fp12 At(in AffinePoint<Fp> point) => new(
        new Fp6(Offset, -(Slope * point.X), Fp2.Zero),
        new Fp6(Fp2.Zero, new Fp2(point.Y, Fp.Zero), Fp2.Zero));
}

/// <summary>
/// The lines that Miller's algorithm meets on its way to |x|·Q, for a fixed point Q of G2, in the order in which it
/// meets them.
/// </summary>
/// <remarks>
/// They depend on Q alone. A beacon's key and the generator never change, so all the divisions are done once and a
/// verification has none.
/// </remarks>
internal sealed class MillerLines
{
    private readonly List<MillerLine> lines = [];

    /// <summary>Walks from Q to |x|·Q by doubling and adding, and keeps the line of each step.</summary>
    /// <param name="q">A point of G2. Its order r is a prime far above |x|, so no step meets infinity.</param>
    public MillerLines(in AffinePoint<Fp2> q)
    {
        var t = q;
        foreach (var isSet in StepBits)
        {
            var xx = t.X.Square();
            t = Step(t, t, (xx + xx + xx) * (t.Y + t.Y).Inverse());
            if (isSet)
                t = Step(t, q, (q.Y - t.Y) * (q.X - t.X).Inverse());
        }
    }

    /// <summary>
    /// The bits of |x| below the highest, from the top: each is a doubling, and if set an adding after it.
    /// </summary>
    public static IReadOnlyList<bool> StepBits { get; } =
        [.. Enumerable.Range(1, 63).Select(i => (Bls12381.SeedMagnitude >> (63 - i) & 1) != 0)];

    /// <summary>The line of a step, counted from 0.</summary>
    public MillerLine this[int step] => lines[step];

    private AffinePoint<Fp2> Step(in AffinePoint<Fp2> from, in AffinePoint<Fp2> other, Fp2 slope)
    {
        lines.Add(new MillerLine(slope, (slope * from.X) - from.Y));
        var x = slope.Square() - from.X - other.X;
        return new AffinePoint<Fp2>(x, (slope * (from.X - x)) - from.Y);
    }
}
