using System.Buffers.Binary;
using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// A public randomness beacon of the drand kind (<c>PROTOCOL.md</c> section 4): every period it publishes the next
/// round, its operators' joint signature of the round's number.
/// </summary>
/// <remarks>
/// <para>
/// Of drand's schemes this is <c>bls-unchained-g1-rfc9380</c>: rounds do not depend on each other, signatures are
/// points of G1, and the key is a point of G2.
/// </para>
/// <para>A chain is named by its hash, which drand (<c>common/chain/info.go</c>) defines as</para>
/// <code>SHA256(period, 4 bytes ‖ genesis, 8 bytes ‖ public key ‖ group hash ‖ name)</code>
/// <para>with big-endian numbers, and without the name where that is <c>default</c>.</para>
/// </remarks>
public sealed record BeaconChain
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A chain of a known hash.</summary>
    /// <param name="hash">The chain's hash.</param>
    /// <param name="publicKey">The key under which every round is signed.</param>
    /// <param name="genesisUnixSeconds">The time of round 1 in seconds since 1970, from 0 to the year 9999.</param>
    /// <param name="periodSeconds">The seconds from one round to the next, 1 or more.</param>
    /// <exception cref="ProtocolException">The genesis or the period is out of its range.</exception>
    public BeaconChain(Digest hash, BeaconPublicKey publicKey, long genesisUnixSeconds, int periodSeconds)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        if (genesisUnixSeconds < 0 || genesisUnixSeconds > LastSecond)
            throw new ProtocolException($"a beacon's genesis of {genesisUnixSeconds} seconds is not 0 to {LastSecond}");
        if (periodSeconds < 1)
            throw new ProtocolException($"a beacon's period of {periodSeconds} seconds is not 1 or more");
        (Hash, PublicKey, GenesisUnixSeconds, PeriodSeconds) = (hash, publicKey, genesisUnixSeconds, periodSeconds);
    }

    /// <summary>
    /// drand's <c>quicknet</c>, run by the League of Entropy since August 2023: a round every 3 seconds. Its hash is
    /// 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971.
    /// </summary>
    public static BeaconChain Quicknet { get; } = FromInfo(
        BeaconPublicKey.BuiltIn(
            "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
            "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"),
        genesisUnixSeconds: 1_692_803_367,
        periodSeconds: 3,
        Digest.Parse("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"),
        "quicknet");

    /// <summary>The chain's hash, by which a notice names it.</summary>
    public Digest Hash { get; }

    /// <summary>The key under which every round is signed.</summary>
    public BeaconPublicKey PublicKey { get; }

    /// <summary>The time of round 1, in seconds since 1970.</summary>
    public long GenesisUnixSeconds { get; }

    /// <summary>The seconds from one round to the next.</summary>
    public int PeriodSeconds { get; }

    /// <summary>A chain of what a relay's <c>/info</c> says, with the hash that follows from it.</summary>
    /// <param name="publicKey">Its <c>public_key</c>.</param>
    /// <param name="genesisUnixSeconds">Its <c>genesis_time</c>, from 0 to the year 9999.</param>
    /// <param name="periodSeconds">Its <c>period</c>, 1 or more.</param>
    /// <param name="groupHash">Its <c>groupHash</c>.</param>
    /// <param name="name">Its <c>beaconID</c>.</param>
    /// <exception cref="ProtocolException">The genesis or the period is out of its range.</exception>
    public static BeaconChain FromInfo(
        BeaconPublicKey publicKey, long genesisUnixSeconds, int periodSeconds, Digest groupHash, string name)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> numbers = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(numbers, periodSeconds);
        BinaryPrimitives.WriteInt64BigEndian(numbers[4..], genesisUnixSeconds);
        var hashedName = name == "default" ? "" : name;
        var hash = Digest.Of(
            [.. numbers, .. publicKey.Bytes, .. groupHash.ToArray(), .. Encoding.UTF8.GetBytes(hashedName)]);
        return new BeaconChain(hash, publicKey, genesisUnixSeconds, periodSeconds);
    }

    /// <summary>When a round is due: genesis + (round − 1) · period, in UTC.</summary>
    /// <param name="round">1 or more.</param>
    /// <exception cref="ProtocolException">There is no such round, or it lies after the year 9999.</exception>
    public DateTimeOffset TimeOf(long round)
    {
        var last = ((LastSecond - GenesisUnixSeconds) / PeriodSeconds) + 1;
        return round >= 1 && round <= last
            ? DateTimeOffset.FromUnixTimeSeconds(GenesisUnixSeconds + ((round - 1) * PeriodSeconds))
            : throw new ProtocolException($"round {round} is not 1 to {last}, the chain's last before the year 10000");
    }
}
