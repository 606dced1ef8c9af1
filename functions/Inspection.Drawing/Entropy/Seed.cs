using System.Text;

namespace Inspection.Drawing;

/// <summary>
/// The seed of a draw: fixed by the notice and by randomness that nobody could know when the notice was published
/// (<c>PROTOCOL.md</c> section 4).
/// </summary>
public static class Seed
{
    /// <summary><c>seed = SHA256(UTF-8 of "double-random/1\n" ‖ noticeHash ‖ "\n" ‖ entropyText)</c></summary>
    public static Digest Derive(Digest noticeHash, EntropyEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Digest.Of(Encoding.UTF8.GetBytes($"{Notice.Protocol}\n{noticeHash}\n{evidence.EntropyText}"));
    }
}
