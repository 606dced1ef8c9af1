using System.Numerics;

namespace Inspection.Drawing;

/// <summary>
/// The parameters of BLS12-381, a pair of elliptic curves with a pairing, made by S. Bowe in 2017 from the family of
/// P. Barreto, B. Lynn and M. Scott.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>x</term><description>the seed, −0xd201000000010000, from which the rest follows</description></item>
/// <item><term>p</term><description>(x − 1)² (x⁴ − x² + 1) / 3 + x, the prime of the field Fp</description></item>
/// <item><term>r</term><description>x⁴ − x² + 1, the prime number of points in G1 and in G2</description></item>
/// <item><term>E, G1</term><description>y² = x³ + 4 over Fp; its points of order r</description></item>
/// <item><term>E', G2</term><description>y² = x³ + 4(1 + u) over Fp2; its points of order r</description></item>
/// </list>
/// <para>
/// Source: draft-irtf-cfrg-pairing-friendly-curves section 4.2.1, which calls the seed t.
/// </para>
/// </remarks>
internal static class Bls12381
{
    /// <summary>−x: the seed is negative, and this is its magnitude.</summary>
    public const ulong SeedMagnitude = 0xd201000000010000;

    /// <summary>r, the number of points in G1 and in G2.</summary>
    public static BigInteger Order { get; } = BigInteger.Pow(SeedMagnitude, 4) - BigInteger.Pow(SeedMagnitude, 2) + 1;

    /// <summary>The b of E.</summary>
    public static Fp G1Constant { get; } = Fp.FromInteger(4);

    /// <summary>The b of E'.</summary>
    public static Fp2 G2Constant { get; } = Fp2.Xi * G1Constant;

    /// <summary>The point that generates G1.</summary>
    public static AffinePoint<Fp> G1Generator { get; } = new(
        Fp.FromHex(
            "17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"),
        Fp.FromHex(
            "08b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1"));

    /// <summary>The point that generates G2.</summary>
    public static AffinePoint<Fp2> G2Generator { get; } = new(
        new Fp2(
            Fp.FromHex(
                "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"),
            Fp.FromHex(
                "13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e")),
        new Fp2(
            Fp.FromHex(
                "0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801"),
            Fp.FromHex(
                "0606c4a02ea734cc32acd2b02bc28b99cb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be")));
}
