namespace Inspection.Drawing;

/// <summary>
/// The field Fp2 = Fp[u] / (u² + 1): numbers c0 + c1·u with u² = −1, as complex numbers are to the reals.
/// </summary>
/// <remarks>Source: RFC 9380 section 8.8.2, where u is called I.</remarks>
/// <param name="C0">The part without u.</param>
/// <param name="C1">The part with u.</param>
internal readonly record struct Fp2(Fp C0, Fp C1) : ICoordinate<Fp2>
{
    /// <inheritdoc/>
    public static Fp2 Zero => default;

    /// <inheritdoc/>
    public static Fp2 One { get; } = new(Fp.One, Fp.Zero);

    /// <summary>ξ = 1 + u. It has no square and no cube root, so the next floors of the tower stand on it.</summary>
    public static Fp2 Xi { get; } = new(Fp.One, Fp.One);

    /// <inheritdoc/>
    public bool IsZero => C0.IsZero && C1.IsZero;

    /// <summary>Compares c1 first, and c0 where c1 is zero.</summary>
    public bool IsLargerThanNegation => C1.IsZero ? C0.IsLargerThanNegation : C1.IsLargerThanNegation;

    /// <inheritdoc/>
    public static Fp2 operator +(in Fp2 left, in Fp2 right) => new(left.C0 + right.C0, left.C1 + right.C1);

    /// <inheritdoc/>
    public static Fp2 operator -(in Fp2 left, in Fp2 right) => new(left.C0 - right.C0, left.C1 - right.C1);

    /// <inheritdoc/>
    public static Fp2 operator -(in Fp2 value) => new(-value.C0, -value.C1);

    /// <summary>
    /// (a + bu)(c + du) = ac − bd + (ad + bc)u, where ad + bc = (a + b)(c + d) − ac − bd saves a product.
    /// </summary>
    public static Fp2 operator *(in Fp2 left, in Fp2 right)
    {
        var ac = left.C0 * right.C0;
        var bd = left.C1 * right.C1;
        return new Fp2(ac - bd, ((left.C0 + left.C1) * (right.C0 + right.C1)) - ac - bd);
    }

    /// <summary>The product with an element of Fp.</summary>
    public static Fp2 operator *(in Fp2 left, in Fp right) => new(left.C0 * right, left.C1 * right);

    /// <summary>(a + bu)² = (a + b)(a − b) + 2ab·u.</summary>
    public Fp2 Square()
    {
        var ab = C0 * C1;
        return new Fp2((C0 + C1) * (C0 - C1), ab + ab);
    }

    /// <summary>1 / (a + bu) = (a − bu) / (a² + b²).</summary>
    public Fp2 Inverse() => Conjugate() * Norm().Inverse();

    /// <summary>a − bu, which is also the p-th power.</summary>
    public Fp2 Conjugate() => new(C0, -C1);

    /// <summary>The product with ξ: (a + bu)(1 + u) = a − b + (a + b)u.</summary>
    public Fp2 TimesXi() => new(C0 - C1, C0 + C1);

    /// <summary>
    /// (x + yu)² = a + bu asks for x² − y² = a and 2xy = b. Then (x² + y²)² = a² + b², so with n a root of that,
    /// x² = (a + n)/2 or, with the other root, (a − n)/2; one of the two is a square if a + bu is. Where b = 0, n is
    /// the one of a and −a that is a square: then x² = a, or x = 0 and y² = −a.
    /// </summary>
    public bool TrySquareRoot(out Fp2 root)
    {
        root = default;
        if (!Norm().TrySquareRoot(out var n))
            return false;
        if (!((C0 + n) * Half).TrySquareRoot(out var x) && !((C0 - n) * Half).TrySquareRoot(out x))
            return false;

        var y = (x + x).Inverse() * C1;
        if (x.IsZero)
            (-C0).TrySquareRoot(out y);
        root = new Fp2(x, y);
        return root.Square() == this;
    }

    private static readonly Fp Half = (Fp.One + Fp.One).Inverse();

    private Fp Norm() => C0.Square() + C1.Square();
}
