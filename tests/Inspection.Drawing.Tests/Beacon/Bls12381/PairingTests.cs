using System.Numerics;

namespace Inspection.Drawing.Tests;

public sealed class PairingTests
{
    private static readonly CurvePoint<Fp> P = CurvePoint<Fp>.From(Bls12381.G1Generator);
    private static readonly CurvePoint<Fp2> Q = CurvePoint<Fp2>.From(Bls12381.G2Generator);

    // draft-irtf-cfrg-pairing-friendly-curves, "Test Vectors of Optimal Ate Pairing", e_0 to e_11 of BLS12_381.
    private static readonly Fp12 OfGenerators = FromParts(
        "11619b45f61edfe3b47a15fac19442526ff489dcda25e59121d9931438907dfd448299a87dde3a649bdba96e84d54558",
        "153ce14a76a53e205ba8f275ef1137c56a566f638b52d34ba3bf3bf22f277d70f76316218c0dfd583a394b8448d2be7f",
        "095668fb4a02fe930ed44767834c915b283b1c6ca98c047bd4c272e9ac3f3ba6ff0b05a93e59c71fba77bce995f04692",
        "16deedaa683124fe7260085184d88f7d036b86f53bb5b7f1fc5e248814782065413e7d958d17960109ea006b2afdeb5f",
        "09c92cf02f3cd3d2f9d34bc44eee0dd50314ed44ca5d30ce6a9ec0539be7a86b121edc61839ccc908c4bdde256cd6048",
        "111061f398efc2a97ff825b04d21089e24fd8b93a47e41e60eae7e9b2a38d54fa4dedced0811c34ce528781ab9e929c7",
        "01ecfcf31c86257ab00b4709c33f1c9c4e007659dd5ffc4a735192167ce197058cfb4c94225e7f1b6c26ad9ba68f63bc",
        "08890726743a1f94a8193a166800b7787744a8ad8e2f9365db76863e894b7a11d83f90d873567e9d645ccf725b32d26f",
        "0e61c752414ca5dfd258e9606bac08daec29b3e2c57062669556954fb227d3f1260eedf25446a086b0844bcd43646c10",
        "0fe63f185f56dd29150fc498bbeea78969e7e783043620db33f75a05a0a2ce5c442beaff9da195ff15164c00ab66bdde",
        "10900338a92ed0b47af211636f7cfdec717b7ee43900eee9b5fc24f0000c5874d4801372db478987691c566a8c474978",
        "1454814f3085f0e6602247671bc408bbce2007201536818c901dbd4d2095dd86c1ec8b888e59611f60a301af7776be3d");

    [Fact]
    public void The_pairing_of_the_generators_is_the_cube_of_the_drafts() =>
        Assert.Equal(OfGenerators.Pow(3), E(P, Q));

    [Fact]
    public void Values_are_of_order_r()
    {
        var value = E(P, Q);

        Assert.NotEqual(Fp12.One, value);
        Assert.Equal(Fp12.One, value.Pow(Bls12381.Order));
    }

    [Theory]
    [InlineData("2", "1")]
    [InlineData("1", "2")]
    [InlineData("3", "5")]
    [InlineData("18446744073709551629", "340282366920938463463374607431768211507")]
    public void Factors_of_the_points_become_exponents_of_the_value(string first, string second)
    {
        var a = BigInteger.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        var b = BigInteger.Parse(second, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(E(P, Q).Pow(a * b), E(P.Multiply(a), Q.Multiply(b)));
    }

    [Fact]
    public void Sums_of_points_become_products_of_values()
    {
        var other = P.Multiply(77);

        Assert.Equal(E(P, Q) * E(other, Q), E(P + other, Q));
    }

    [Fact]
    public void A_product_is_that_of_its_pairings()
    {
        var (p2, q3) = (P.Double(), Q.Multiply(3));
        var product = Pairing.Product(
            (P.ToAffine(), new MillerLines(q3.ToAffine())), (p2.ToAffine(), new MillerLines(Q.ToAffine())));

        Assert.Equal(E(P, Q).Pow(5), product);
        Assert.Equal(
            Fp12.One,
            Pairing.Product(
                (P.ToAffine(), new MillerLines(Q.ToAffine())), (P.ToAffine().Negate(), new MillerLines(Q.ToAffine()))));
    }

    [Fact]
    public void The_final_exponentiation_is_the_power_it_stands_for()
    {
        var f = Points.Element(3);
        var exponent = 3 * (BigInteger.Pow(Fp.Modulus, 12) - 1) / Bls12381.Order;

        Assert.Equal(f.Pow(exponent), Pairing.FinalExponentiation(f));
    }

    private static Fp12 FromParts(params string[] parts)
    {
        Fp2[] c = [.. parts.Chunk(2).Select(pair => new Fp2(Fp.FromHex(pair[0]), Fp.FromHex(pair[1])))];
        return new Fp12(new Fp6(c[0], c[1], c[2]), new Fp6(c[3], c[4], c[5]));
    }

    private static Fp12 E(CurvePoint<Fp> p, CurvePoint<Fp2> q) =>
        Pairing.Product((p.ToAffine(), new MillerLines(q.ToAffine())));
}
