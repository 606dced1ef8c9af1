using System.Runtime.Intrinsics;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// The hashes of <c>PROTOCOL.md</c> that are computed for many enterprises or inspectors at once. The same methods are
/// written twice: <see cref="LaneHasher{TVector, TLanes}"/> hashes several messages in each processor step, and
/// <see cref="LibraryHasher"/> asks the platform's SHA-256 for one after the other; both must give the same bytes.
/// </summary>
internal abstract class DrawHasher
{
    /// <summary>The fastest hasher for this processor.</summary>
    public static DrawHasher Best { get; } =
        Vector512.IsHardwareAccelerated ? new LaneHasher<Vector512<uint>, Lanes16>()
        : Vector256.IsHardwareAccelerated ? new LaneHasher<Vector256<uint>, Lanes8>()
        : Vector128.IsHardwareAccelerated ? new LaneHasher<Vector128<uint>, Lanes4>()
        : new LibraryHasher();

    /// <summary>
    /// <c>leaf(e) = SHA256(0x00 ‖ uscc ‖ SHA256(salt(e) ‖ class))</c> with <c>salt(e) = SHA256(drawKey ‖ 'S' ‖ uscc)[..16]</c>.
    /// </summary>
    /// <param name="key">The draw key.</param>
    /// <param name="codes">The enterprises.</param>
    /// <param name="classes">The class of each, as long as <paramref name="codes"/>.</param>
    /// <param name="leaves">Takes the leaves, as long as <paramref name="codes"/>.</param>
    public abstract void Leaves(
        DrawKey key, ReadOnlySpan<UnifiedSocialCreditCode> codes, ReadOnlySpan<RiskClass> classes, Span<Digest> leaves);

    /// <summary><c>ticket(e) = SHA256(seed ‖ 'T' ‖ salt(e))</c>.</summary>
    public abstract void Tickets(
        DrawKey key, Digest seed, ReadOnlySpan<UnifiedSocialCreditCode> codes, Span<Digest> tickets);

    /// <summary><c>node(l, r) = SHA256(0x01 ‖ l ‖ r)</c>, for each pair of children in order.</summary>
    /// <param name="children">The digests of one level, an even number.</param>
    /// <param name="parents">Takes half as many nodes.</param>
    public abstract void Nodes(ReadOnlySpan<Digest> children, Span<Digest> parents);

    /// <summary><c>key(e,i) = SHA256(ticket(e) ‖ 'K' ‖ inspector_id)</c>, for some inspectors of one enterprise.</summary>
    /// <param name="ticket">The enterprise's ticket.</param>
    /// <param name="messages">The inspectors' part of the message, prepared once.</param>
    /// <param name="which">Positions in <paramref name="messages"/>.</param>
    /// <param name="keys">Takes the key of each, as long as <paramref name="which"/>.</param>
    public abstract void InspectorKeys(
        Digest ticket, InspectorMessages messages, ReadOnlySpan<int> which, Span<Digest> keys);
}
