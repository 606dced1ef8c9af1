using System.Numerics;

namespace Inspection.Drawing;

/// <summary>
/// What can be added, subtracted, multiplied and divided: the four fields of the pairing, Fp inside Fp2 inside Fp6
/// inside Fp12.
/// </summary>
internal interface IField<T>
    where T : struct, IField<T>
{
    /// <summary>What adds nothing.</summary>
    static abstract T Zero { get; }

    /// <summary>What multiplies nothing.</summary>
    static abstract T One { get; }

    /// <summary>The sum.</summary>
    static abstract T operator +(in T left, in T right);

    /// <summary>The difference.</summary>
    static abstract T operator -(in T left, in T right);

    /// <summary>What adds up with the value to zero.</summary>
    static abstract T operator -(in T value);

    /// <summary>The product.</summary>
    static abstract T operator *(in T left, in T right);

    /// <summary>Whether this is zero.</summary>
    bool IsZero { get; }

    /// <summary>The product with itself.</summary>
    T Square();

    /// <summary>What multiplies with this to one; zero for zero (the <c>inv0</c> of RFC 9380 section 4).</summary>
    T Inverse();
}

/// <summary>A field that coordinates of points come from: Fp for G1, Fp2 for G2.</summary>
internal interface ICoordinate<T> : IField<T>
    where T : struct, ICoordinate<T>
{
    /// <summary>
    /// Whether this is the larger of itself and its negation, by which a compressed point tells its two y apart.
    /// </summary>
    bool IsLargerThanNegation { get; }

    /// <summary>One of the two square roots; false where there is none.</summary>
    bool TrySquareRoot(out T root);
}

/// <summary>Powers in any of the fields.</summary>
internal static class FieldPower
{
    /// <summary>value^exponent by squaring and multiplying, from the exponent's highest bit down.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">0 or more.</param>
    public static T Pow<T>(this T value, BigInteger exponent)
        where T : struct, IField<T>
    {
        var result = T.One;
        foreach (var octet in exponent.ToByteArray(isUnsigned: true, isBigEndian: true))
        {
            for (var bit = 0x80; bit != 0; bit >>= 1)
            {
                result = result.Square();
                if ((octet & bit) != 0)
                    result *= value;
            }
        }

        return result;
    }
}
