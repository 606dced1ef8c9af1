using System.Security.Cryptography;

namespace Inspection.Drawing.Hashing;

/// <summary>
/// One call of the platform's SHA-256 for each message: for processors without vectors, and the twin against which
/// <see cref="LaneHasher{TVector, TLanes}"/> is tested.
/// </summary>
internal sealed class LibraryHasher : DrawHasher
{
    public override void Leaves(
        DrawKey key, ReadOnlySpan<UnifiedSocialCreditCode> codes, ReadOnlySpan<RiskClass> classes, Span<Digest> leaves)
    {
        for (var i = 0; i < codes.Length; i++)
            leaves[i] = Formulas.Leaf(codes[i], Formulas.ClassSeal(Formulas.Salt(key, codes[i]), classes[i]));
    }

    public override void Tickets(
        DrawKey key, Digest seed, ReadOnlySpan<UnifiedSocialCreditCode> codes, Span<Digest> tickets)
    {
        for (var i = 0; i < codes.Length; i++)
            tickets[i] = Formulas.Ticket(seed, Formulas.Salt(key, codes[i]));
    }

    public override void Nodes(ReadOnlySpan<Digest> children, Span<Digest> parents)
    {
        for (var i = 0; i < parents.Length; i++)
            parents[i] = Formulas.Node(children[2 * i], children[(2 * i) + 1]);
    }

    public override void InspectorKeys(
        Digest ticket, InspectorMessages messages, ReadOnlySpan<int> which, Span<Digest> keys)
    {
        for (var i = 0; i < which.Length; i++)
            keys[i] = InspectorKey(ticket, messages.Ids[which[i]]);
    }

    private static Digest InspectorKey(Digest ticket, ReadOnlySpan<byte> inspectorId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[Digest.Size];
        ticket.CopyTo(buffer);
        hash.AppendData(buffer);
        hash.AppendData("K"u8);
        hash.AppendData(inspectorId);
        hash.GetHashAndReset(buffer);
        return Digest.FromBytes(buffer);
    }
}
