namespace Inspection.Drawing;

/// <summary>What a verifier has at hand. Every part may be missing; the files are as they came, unread.</summary>
public sealed record VerificationInput
{
    /// <summary>The files of a package by name, from <see cref="PackageFile.Read"/>.</summary>
    public IReadOnlyDictionary<string, byte[]> Package { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The bytes of <c>public.json</c>.</summary>
    public byte[]? PublicRecord { get; init; }

    /// <summary>The bytes of <c>membership.json</c>.</summary>
    public byte[]? Membership { get; init; }

    /// <summary>The bytes of a certificate.</summary>
    public byte[]? Certificate { get; init; }

    /// <summary>When somebody outside had seen the notice's hash, as an already checked stamp says.</summary>
    public OutsideStamp? Stamp { get; init; }

    /// <summary>Beacon chains whose public key and times are known.</summary>
    public IReadOnlyList<BeaconChain> Chains { get; init; } = [BeaconChain.Quicknet];
}

/// <summary>A time stamp by somebody outside, whose own signature has been checked.</summary>
/// <param name="NoticeHash">The hash that was stamped.</param>
/// <param name="Time">When.</param>
/// <param name="By">Who stamped it.</param>
/// <param name="CeremonyOpened">When the ceremony was opened, where that is known and the entropy is one.</param>
public sealed record OutsideStamp(Digest NoticeHash, DateTimeOffset Time, string By, DateTimeOffset? CeremonyOpened = null);
