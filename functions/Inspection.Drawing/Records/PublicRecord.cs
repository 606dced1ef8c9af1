namespace Inspection.Drawing;

/// <summary>
/// The public record (公开记录), <c>public.json</c>: what everybody may see (<c>PROTOCOL.md</c> section 8). It names no
/// enterprise's class or ticket.
/// </summary>
/// <param name="Classes">Quota and threshold of each class.</param>
/// <param name="Entropy">The evidence.</param>
/// <param name="NoticeFile">The canonical bytes of the notice.</param>
/// <param name="NoticeHash">The notice's hash, as this record states it.</param>
/// <param name="RecordHash">SHA-256 of <c>record.json</c>.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Selected">The drawn, ascending by code; null while the list is withheld.</param>
/// <param name="TeamsHash">SHA-256 of <c>teams.json</c>.</param>
public sealed record PublicRecord(
    IReadOnlyList<ClassOutcome> Classes,
    EntropyEvidence Entropy,
    ReadOnlyMemory<byte> NoticeFile,
    Digest NoticeHash,
    Digest RecordHash,
    Digest Seed,
    IReadOnlyList<UnifiedSocialCreditCode>? Selected,
    Digest TeamsHash)
{
    /// <summary>The file's usual name.</summary>
    public const string FileName = "public.json";

    /// <summary>The bytes of <c>public.json</c>.</summary>
    public byte[] ToFile()
    {
        var json = new CanonicalWriter().BeginObject();
        ClassOutcomesJson.Write(json.Key("classes"), Classes);
        Entropy.Write(json.Key("entropy"));
        json.Key("notice").Raw(NoticeFile.Span).Key("noticeHash").Digest(NoticeHash).Key("recordHash").Digest(RecordHash)
            .Key("seed").Digest(Seed);
        if (Selected is not null)
        {
            json.Key("selected").BeginArray();
            foreach (var uscc in Selected)
                json.String(uscc.ToString());
            json.EndArray();
        }

        return json.Key("teamsHash").Digest(TeamsHash).EndObject().ToArray();
    }

    /// <summary>Reads <c>public.json</c>. The notice in it must have a notice's shape; its bounds are not checked here.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or not of this shape.</exception>
    public static PublicRecord Parse(ReadOnlySpan<byte> file)
    {
        var json = new CanonicalReader(file, FileName);
        json.BeginObject();
        json.Key("classes");
        var classes = ClassOutcomesJson.Read(ref json);
        json.Key("entropy");
        var entropy = EntropyJson.Read(ref json);
        json.Key("notice");
        var start = json.Position;
        _ = NoticeJson.Read(ref json);
        var notice = file[start..json.Position].ToArray();
        json.Key("noticeHash");
        var noticeHash = json.Digest();
        json.Key("recordHash");
        var recordHash = json.Digest();
        json.Key("seed");
        var seed = json.Digest();
        var selected = json.TryKey("selected") ? ReadSelected(ref json) : null;
        json.Key("teamsHash");
        var teamsHash = json.Digest();
        json.EndObject();
        json.End();
        return new PublicRecord(classes, entropy, notice, noticeHash, recordHash, seed, selected, teamsHash);
    }

    private static List<UnifiedSocialCreditCode> ReadSelected(ref CanonicalReader json)
    {
        var selected = new List<UnifiedSocialCreditCode>();
        json.BeginArray();
        while (json.NextItem())
            selected.Add(json.Uscc());
        return selected;
    }
}
