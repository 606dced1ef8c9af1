using System.Runtime.Serialization;

namespace Inspection.Drawing;

/// <summary>What becomes public of the roster once the draw is closed.</summary>
public enum Disclosure
{
    /// <summary>The roster and the classes stay with the regulator; the public checks hashes and proofs.</summary>
    [EnumMember(Value = "sealed")]
    Sealed,

    /// <summary>The roster and the draw key are published, and with them every class.</summary>
    [EnumMember(Value = "open")]
    Open,
}
