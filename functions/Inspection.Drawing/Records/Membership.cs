namespace Inspection.Drawing;

/// <summary>A drawn enterprise's place on the roster, with its class sealed.</summary>
/// <param name="Uscc">The enterprise.</param>
/// <param name="Index">Its position on the roster, from 0.</param>
/// <param name="ClassSeal"><c>SHA256(salt ‖ class)</c>, which hides the class.</param>
public sealed record Member(UnifiedSocialCreditCode Uscc, int Index, Digest ClassSeal);

/// <summary>
/// <c>membership.json</c>: shows everybody that every drawn enterprise was on the committed roster (<c>PROTOCOL.md</c>
/// section 8).
/// </summary>
/// <param name="Proof">The hashes of the other subtrees, in the order of the walk.</param>
/// <param name="Selected">The drawn, ascending by code.</param>
public sealed record Membership(IReadOnlyList<Digest> Proof, IReadOnlyList<Member> Selected)
{
    /// <summary>The file's usual name.</summary>
    public const string FileName = "membership.json";

    /// <summary>The membership of some enterprises of a roster.</summary>
    /// <exception cref="ProtocolException">One of them is not on the roster.</exception>
    public static Membership Create(
        Roster roster, DrawKey key, MerkleTree tree, IEnumerable<UnifiedSocialCreditCode> selected)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(selected);
        var members = selected.Order().Select(uscc => MemberOf(roster, key, uscc)).ToArray();
        return new Membership(MembershipProof.Create(tree, [.. members.Select(static m => m.Index)]), members);
    }

    /// <summary>Whether the proof leads from these members to the root of a roster of the given size.</summary>
    public bool LeadsToRoot(Digest root, int size) => MembershipProof.LeadsToRoot(
        size,
        [.. Selected.OrderBy(static m => m.Index).Select(static m => (m.Index, Formulas.Leaf(m.Uscc, m.ClassSeal)))],
        Proof,
        root);

    /// <summary>The bytes of <c>membership.json</c>.</summary>
    public byte[] ToFile()
    {
        var json = new CanonicalWriter().BeginObject().Key("proof").BeginArray();
        foreach (var hash in Proof)
            json.Digest(hash);
        json.EndArray().Key("selected").BeginArray();
        foreach (var (uscc, index, classSeal) in Selected)
        {
            json.BeginObject().Key("classSeal").Digest(classSeal).Key("index").Integer(index)
                .Key("uscc").String(uscc.ToString()).EndObject();
        }

        return json.EndArray().EndObject().ToArray();
    }

    /// <summary>Reads <c>membership.json</c>.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or not of this shape.</exception>
    public static Membership Parse(ReadOnlySpan<byte> file)
    {
        var json = new CanonicalReader(file, FileName);
        var (proof, selected) = (new List<Digest>(), new List<Member>());
        json.BeginObject();
        json.Key("proof");
        json.BeginArray();
        while (json.NextItem())
            proof.Add(json.Digest());
        json.Key("selected");
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("classSeal");
            var classSeal = json.Digest();
            json.Key("index");
            var index = json.Integer("index", 0, Roster.MaxSize);
            json.Key("uscc");
            selected.Add(new Member(json.Uscc(), index, classSeal));
            json.EndObject();
        }

        json.EndObject();
        json.End();
        return new Membership(proof, selected);
    }

    private static Member MemberOf(Roster roster, DrawKey key, UnifiedSocialCreditCode uscc)
    {
        var index = roster.IndexOf(uscc);
        return index >= 0
            ? new Member(uscc, index, Formulas.ClassSeal(Formulas.Salt(key, uscc), roster[index].RiskClass))
            : throw new ProtocolException($"{uscc} is not on the roster");
    }
}
