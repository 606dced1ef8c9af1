using System.Runtime.CompilerServices;

namespace Inspection.Drawing;

/// <summary>
/// The steps of long arithmetic by hand, in base 2^64: each takes digits (limbs) and the carry of the step before, and
/// leaves the carry for the next.
/// </summary>
/// <remarks>Results wrap modulo 2^64 by intent: what does not fit is the carry.</remarks>
internal static class Limb
{
    /// <summary>a + b + carry = result + 2^64 · carry after; the carry is 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong a, ulong b, ref ulong carry)
    {
        unchecked
        {
            var sum = a + b;
            var result = sum + carry;
            carry = (sum < a ? 1UL : 0) + (result < sum ? 1UL : 0);
            return result;
        }
    }

    /// <summary>a − b − borrow = result − 2^64 · borrow after; the borrow is 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subtract(ulong a, ulong b, ref ulong borrow)
    {
        unchecked
        {
            var difference = a - b;
            var result = difference - borrow;
            borrow = (a < b ? 1UL : 0) + (difference < borrow ? 1UL : 0);
            return result;
        }
    }

    /// <summary>
    /// a · b + c + carry = result + 2^64 · carry after; all of it fits, as (2^64−1)² + 2(2^64−1) = 2^128−1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MultiplyAdd(ulong a, ulong b, ulong c, ref ulong carry)
    {
        unchecked
        {
            var high = Math.BigMul(a, b, out var low);
            low += c;
            high += low < c ? 1UL : 0;
            low += carry;
            high += low < carry ? 1UL : 0;
            carry = high;
            return low;
        }
    }
}
