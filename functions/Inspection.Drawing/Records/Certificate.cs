namespace Inspection.Drawing;

/// <summary>
/// The certificate (抽签凭证): what one enterprise needs to check its own lot (<c>PROTOCOL.md</c> section 8). It proves the
/// enterprise's class to whoever sees it.
/// </summary>
/// <param name="Head">The draw and its notice.</param>
/// <param name="RecordHash">SHA-256 of <c>record.json</c>.</param>
/// <param name="Uscc">The enterprise.</param>
/// <param name="RiskClass">Its class.</param>
/// <param name="Salt">The salt, 32 lower-case hex digits.</param>
/// <param name="Index">Its position on the roster, from 0.</param>
/// <param name="Path">The audit path of its leaf.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Selected">Whether it was drawn.</param>
public sealed record Certificate(
    RecordHead Head,
    Digest RecordHash,
    UnifiedSocialCreditCode Uscc,
    RiskClass RiskClass,
    string Salt,
    int Index,
    IReadOnlyList<Digest> Path,
    Digest Ticket,
    bool Selected)
{
    /// <summary>The certificate of an enterprise of a draw.</summary>
    /// <param name="record">The draw's record.</param>
    /// <param name="recordHash">SHA-256 of the record's file.</param>
    /// <param name="roster">The draw's roster.</param>
    /// <param name="key">The draw key.</param>
    /// <param name="tree">The roster's tree under that key.</param>
    /// <param name="uscc">The enterprise.</param>
    /// <exception cref="ProtocolException">The enterprise is not on the roster.</exception>
    public static Certificate Create(
        DrawRecord record, Digest recordHash, Roster roster, DrawKey key, MerkleTree tree, UnifiedSocialCreditCode uscc)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(tree);
        var index = roster.IndexOf(uscc);
        if (index < 0)
            throw new ProtocolException($"{uscc} is not on the roster of draw {record.Head.DrawId}; only who could be drawn has a lot");
        var salt = Formulas.Salt(key, uscc);
        return new Certificate(
            record.Head,
            recordHash,
            uscc,
            roster[index].RiskClass,
            salt.ToString(),
            index,
            tree.AuditPath(index),
            Formulas.Ticket(record.Seed, salt),
            record.Selected.Any(lot => lot.Uscc == uscc));
    }

    /// <summary>The certificate's canonical bytes.</summary>
    public byte[] ToFile()
    {
        var json = new CanonicalWriter().BeginObject()
            .Key("class").String(RiskClass.ToString())
            .Key("drawId").String(Head.DrawId)
            .Key("index").Integer(Index)
            .Key("noticeHash").Digest(Head.NoticeHash)
            .Key("path").BeginArray();
        foreach (var sibling in Path)
            json.Digest(sibling);
        return json.EndArray()
            .Key("recordHash").Digest(RecordHash)
            .Key("salt").String(Salt)
            .Key("selected").Boolean(Selected)
            .Key("ticket").Digest(Ticket)
            .Key("uscc").String(Uscc.ToString())
            .EndObject().ToArray();
    }

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or not of this shape.</exception>
    public static Certificate Parse(ReadOnlySpan<byte> file)
    {
        var json = new CanonicalReader(file, "certificate");
        json.BeginObject();
        json.Key("class");
        var riskClass = json.RiskClass();
        json.Key("drawId");
        var drawId = json.String();
        json.Key("index");
        var index = json.Integer("index", 0, Roster.MaxSize);
        json.Key("noticeHash");
        var noticeHash = json.Digest();
        json.Key("path");
        var path = new List<Digest>();
        json.BeginArray();
        while (json.NextItem())
            path.Add(json.Digest());
        json.Key("recordHash");
        var recordHash = json.Digest();
        json.Key("salt");
        var salt = json.Hex();
        if (salt.Length != 2 * Drawing.Salt.Size)
            throw json.Refuse($"the salt has {salt.Length} hex digits, not {2 * Drawing.Salt.Size}");
        json.Key("selected");
        var selected = json.Boolean();
        json.Key("ticket");
        var ticket = json.Digest();
        json.Key("uscc");
        var uscc = json.Uscc();
        json.EndObject();
        json.End();
        return new Certificate(
            new RecordHead(drawId, noticeHash), recordHash, uscc, riskClass, salt, index, path, ticket, selected);
    }

    /// <summary>The salt's bytes.</summary>
    internal Salt SaltBytes()
    {
        var salt = default(Salt);
        LowerHex.TryDecode(Salt, salt);
        return salt;
    }
}
