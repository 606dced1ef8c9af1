namespace Inspection.Drawing.Tests;

public sealed class BeaconPublicKeyTests
{
    private static readonly string Quicknet = BeaconChain.Quicknet.PublicKey.ToString();

    [Fact]
    public void Parse_OfAKey_KeepsItsBytes()
    {
        var key = BeaconPublicKey.Parse(Quicknet);

        Assert.Equal(Quicknet, Convert.ToHexStringLower(key.Bytes));
        Assert.Equal(BeaconPublicKey.Size, key.Bytes.Length);
        Assert.Equal(BeaconChain.Quicknet.PublicKey, key);
        Assert.Equal(BeaconChain.Quicknet.PublicKey.GetHashCode(), key.GetHashCode());
    }

    [Fact]
    public void TryParse_OfOtherText_IsFalse()
    {
        Assert.False(BeaconPublicKey.TryParse("", out _));
        Assert.False(BeaconPublicKey.TryParse(Quicknet.AsSpan(2), out _));
        Assert.False(BeaconPublicKey.TryParse(Quicknet + "00", out _));
        Assert.False(BeaconPublicKey.TryParse(Quicknet.ToUpperInvariant(), out _));
        Assert.False(BeaconPublicKey.TryParse("c0" + new string('0', 190), out var key));
        Assert.Null(key);
    }

    [Fact]
    public void Parse_OfAChangeOfOneBit_IsRefusedUnlessItIsTheSign()
    {
        var bytes = Convert.FromHexString(Quicknet);
        for (var bit = 0; bit < 8 * BeaconPublicKey.Size; bit += bit < 8 ? 1 : 31)
        {
            var changed = Convert.ToHexStringLower(Bits.Flipped(bytes, bit));
            Assert.Equal(bit == 2, BeaconPublicKey.TryParse(changed, out var key));
            Assert.NotEqual(BeaconChain.Quicknet.PublicKey, key);
        }
    }

    [Fact]
    public void Parse_OfWhatIsNoKey_SaysSo()
    {
        var thrown = Assert.Throws<ProtocolException>(() => BeaconPublicKey.Parse("83cf"));

        Assert.Contains("'83cf'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("192 lower-case hex digits", thrown.Message, StringComparison.Ordinal);
    }
}
