using System.Globalization;

namespace Inspection.Drawing.Tests;

public sealed class BeaconChainTests
{
    private static readonly BeaconChain Quicknet = BeaconChain.Quicknet;

    // { printf 000000030000000064e62127$KEY$GROUP_HASH | xxd -r -p; printf quicknet; } | sha256sum
    [Fact]
    public void The_hash_of_quicknet_follows_from_what_its_relays_say() =>
        Assert.Equal("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", Quicknet.Hash.ToString());

    [Fact]
    public void Every_part_of_the_info_goes_into_the_hash()
    {
        var groupHash = Digest.Parse("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e");
        var otherKey = BeaconPublicKey.Parse(
            Convert.ToHexStringLower(Bits.Flipped(Quicknet.PublicKey.Bytes.ToArray(), 2)));
        Digest[] hashes =
        [
            Quicknet.Hash,
            BeaconChain.FromInfo(otherKey, Quicknet.GenesisUnixSeconds, 3, groupHash, "quicknet").Hash,
            BeaconChain.FromInfo(Quicknet.PublicKey, Quicknet.GenesisUnixSeconds + 1, 3, groupHash, "quicknet").Hash,
            BeaconChain.FromInfo(Quicknet.PublicKey, Quicknet.GenesisUnixSeconds, 4, groupHash, "quicknet").Hash,
            BeaconChain.FromInfo(Quicknet.PublicKey, Quicknet.GenesisUnixSeconds, 3, default, "quicknet").Hash,
            BeaconChain.FromInfo(Quicknet.PublicKey, Quicknet.GenesisUnixSeconds, 3, groupHash, "quicknet-t").Hash,
            BeaconChain.FromInfo(Quicknet.PublicKey, Quicknet.GenesisUnixSeconds, 3, groupHash, "default").Hash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void The_name_default_counts_as_none() =>
        Assert.Equal(
            BeaconChain.FromInfo(Quicknet.PublicKey, 1, 3, default, "").Hash,
            BeaconChain.FromInfo(Quicknet.PublicKey, 1, 3, default, "default").Hash);

    [Fact]
    public void Chains_of_the_same_parts_are_equal() =>
        Assert.Equal(
            Quicknet,
            new BeaconChain(Quicknet.Hash, BeaconPublicKey.Parse(Quicknet.PublicKey.ToString()), 1_692_803_367, 3));

    [Theory]
    [InlineData(1, "2023-08-23T15:09:27Z")]
    [InlineData(2, "2023-08-23T15:09:30Z")]
    [InlineData(1000, "2023-08-23T15:59:24Z")]
    [InlineData(84_000_000, "2031-08-18T07:09:24Z")]
    public void TimeOf_ARound_CountsPeriodsFromGenesis(long round, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), Quicknet.TimeOf(round));

    [Fact]
    public void TimeOf_TheLastRoundBeforeTheYear10000_IsTold()
    {
        const long Last = 83_903_165_811;

        Assert.Equal(9999, Quicknet.TimeOf(Last).Year);
        Assert.Contains($"is not 1 to {Last}", Refusal(Last + 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void TimeOf_NoRound_Throws(long round) =>
        Assert.Contains($"round {round} is not", Refusal(round), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(253_402_300_800, 3)]
    [InlineData(0, 0)]
    [InlineData(0, -3)]
    public void A_genesis_or_period_out_of_range_is_refused(long genesis, int period)
    {
        Assert.Throws<ProtocolException>(() => new BeaconChain(default, Quicknet.PublicKey, genesis, period));
        Assert.Throws<ProtocolException>(() => BeaconChain.FromInfo(Quicknet.PublicKey, genesis, period, default, ""));
    }

    private static string Refusal(long round) =>
        Assert.Throws<ProtocolException>(() => { _ = Quicknet.TimeOf(round); }).Message;
}
