namespace Inspection.Drawing;

/// <summary>
/// The field Fp12 = Fp6[w] / (w² − v): numbers c0 + c1·w with w² = v, hence w⁶ = ξ. Pairings take their values here.
/// </summary>
/// <param name="C0">The part without w.</param>
/// <param name="C1">The part with w.</param>
internal readonly record struct Fp12(Fp6 C0, Fp6 C1) : IField<Fp12>
{
    /// <inheritdoc/>
    public static Fp12 Zero => default;

    /// <inheritdoc/>
    public static Fp12 One { get; } = new(Fp6.One, Fp6.Zero);

    /// <inheritdoc/>
    public bool IsZero => C0.IsZero && C1.IsZero;

    /// <inheritdoc/>
    public static Fp12 operator +(in Fp12 left, in Fp12 right) => new(left.C0 + right.C0, left.C1 + right.C1);

    /// <inheritdoc/>
    public static Fp12 operator -(in Fp12 left, in Fp12 right) => new(left.C0 - right.C0, left.C1 - right.C1);

    /// <inheritdoc/>
    public static Fp12 operator -(in Fp12 value) => new(-value.C0, -value.C1);

    /// <summary>(a + bw)(c + dw) = ac + v·bd + (ad + bc)w, where ad + bc = (a + b)(c + d) − ac − bd.</summary>
    public static Fp12 operator *(in Fp12 left, in Fp12 right)
    {
        var ac = left.C0 * right.C0;
        var bd = left.C1 * right.C1;
        return new Fp12(ac + bd.TimesV(), ((left.C0 + left.C1) * (right.C0 + right.C1)) - ac - bd);
    }

    /// <summary>(a + bw)² = a² + v·b² + 2ab·w, where a² + v·b² = (a + b)(a + v·b) − ab − v·ab.</summary>
    public Fp12 Square()
    {
        var ab = C0 * C1;
        return new Fp12(((C0 + C1) * (C0 + C1.TimesV())) - ab - ab.TimesV(), ab + ab);
    }

    /// <summary>1 / (a + bw) = (a − bw) / (a² − v·b²).</summary>
    public Fp12 Inverse()
    {
        var inverse = (C0.Square() - C1.Square().TimesV()).Inverse();
        return new Fp12(C0 * inverse, -(C1 * inverse));
    }

    /// <summary>a − bw, which is also the p⁶-th power.</summary>
    public Fp12 Conjugate() => new(C0, -C1);

    /// <summary>
    /// The p-th power. It is additive in a field of characteristic p, so each part goes by itself: c·w^i becomes
    /// conjugate(c) · w^(ip), and w^(ip) = w^i · ξ^(i(p−1)/6).
    /// </summary>
    public Fp12 Frobenius() => new(
        new Fp6(C0.C0.Conjugate(), C0.C1.Conjugate() * XiPowers[2], C0.C2.Conjugate() * XiPowers[4]),
        new Fp6(C1.C0.Conjugate() * XiPowers[1], C1.C1.Conjugate() * XiPowers[3], C1.C2.Conjugate() * XiPowers[5]));

    // ξ^(i(p−1)/6) for i = 0 to 5.
    private static readonly Fp2[] XiPowers =
        [.. Enumerable.Range(0, 6).Select(i => Fp2.Xi.Pow(i * (Fp.Modulus - 1) / 6))];
}
