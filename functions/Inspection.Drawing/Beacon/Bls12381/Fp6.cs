namespace Inspection.Drawing;

/// <summary>The field Fp6 = Fp2[v] / (v³ − ξ): numbers c0 + c1·v + c2·v² with v³ = ξ = 1 + u.</summary>
/// <remarks>
/// The formulas save products as Karatsuba's method does: a·d + b·c = (a + b)(c + d) − a·c − b·d. See A. Devegili,
/// C. Ó hÉigeartaigh, M. Scott and R. Dahab, "Multiplication and squaring on pairing-friendly fields",
/// eprint.iacr.org/2006/471, section 4.
/// </remarks>
/// <param name="C0">The part without v.</param>
/// <param name="C1">The part with v.</param>
/// <param name="C2">The part with v².</param>
internal readonly record struct Fp6(Fp2 C0, Fp2 C1, Fp2 C2) : IField<Fp6>
{
    /// <inheritdoc/>
    public static Fp6 Zero => default;

    /// <inheritdoc/>
    public static Fp6 One { get; } = new(Fp2.One, Fp2.Zero, Fp2.Zero);

    /// <inheritdoc/>
    public bool IsZero => C0.IsZero && C1.IsZero && C2.IsZero;

    /// <inheritdoc/>
    public static Fp6 operator +(in Fp6 left, in Fp6 right) =>
        new(left.C0 + right.C0, left.C1 + right.C1, left.C2 + right.C2);

    /// <inheritdoc/>
    public static Fp6 operator -(in Fp6 left, in Fp6 right) =>
        new(left.C0 - right.C0, left.C1 - right.C1, left.C2 - right.C2);

    /// <inheritdoc/>
    public static Fp6 operator -(in Fp6 value) => new(-value.C0, -value.C1, -value.C2);

    /// <inheritdoc/>
    public static Fp6 operator *(in Fp6 left, in Fp6 right)
    {
        var p0 = left.C0 * right.C0;
        var p1 = left.C1 * right.C1;
        var p2 = left.C2 * right.C2;
        var p01 = ((left.C0 + left.C1) * (right.C0 + right.C1)) - p0 - p1;
        var p02 = ((left.C0 + left.C2) * (right.C0 + right.C2)) - p0 - p2;
        var p12 = ((left.C1 + left.C2) * (right.C1 + right.C2)) - p1 - p2;
        return new Fp6(p0 + p12.TimesXi(), p01 + p2.TimesXi(), p02 + p1);
    }

    /// <inheritdoc/>
    public Fp6 Square() => this * this;

    /// <summary>
    /// The t for which this · t lies in Fp2, divided by that product: t0 = c0² − ξ·c1·c2, t1 = ξ·c2² − c0·c1,
    /// t2 = c1² − c0·c2.
    /// </summary>
    public Fp6 Inverse()
    {
        var t0 = C0.Square() - (C1 * C2).TimesXi();
        var t1 = C2.Square().TimesXi() - (C0 * C1);
        var t2 = C1.Square() - (C0 * C2);
        var inverse = ((C0 * t0) + ((C2 * t1) + (C1 * t2)).TimesXi()).Inverse();
        return new Fp6(t0 * inverse, t1 * inverse, t2 * inverse);
    }

    /// <summary>The product with v: the parts move up, and v³ comes round as ξ.</summary>
    public Fp6 TimesV() => new(C2.TimesXi(), C0, C1);
}
