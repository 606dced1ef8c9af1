namespace Inspection.Drawing;

/// <summary>
/// The record of the enterprises (抽取记录), <c>record.json</c>: the whole result, for auditors (<c>PROTOCOL.md</c>
/// section 8).
/// </summary>
/// <param name="Head">The draw and its notice.</param>
/// <param name="Entropy">The evidence.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Classes">Quota and threshold of each class, as in the notice.</param>
/// <param name="Selected">The drawn, ascending by ticket.</param>
/// <param name="Reserves">The reserves, by class, then ticket.</param>
public sealed record DrawRecord(
    RecordHead Head,
    EntropyEvidence Entropy,
    Digest Seed,
    IReadOnlyList<ClassOutcome> Classes,
    IReadOnlyList<Lot> Selected,
    IReadOnlyList<Lot> Reserves)
{
    /// <summary>The file's name in a package.</summary>
    public const string FileName = "record.json";

    /// <summary>The bytes of <c>record.json</c>.</summary>
    public byte[] ToFile()
    {
        var json = new CanonicalWriter().BeginObject();
        ClassOutcomesJson.Write(json.Key("classes"), Classes);
        json.Key("drawId").String(Head.DrawId);
        Entropy.Write(json.Key("entropy"));
        json.Key("noticeHash").Digest(Head.NoticeHash).Key("protocol").String(Notice.Protocol);
        WriteLots(json.Key("reserves"), Reserves);
        json.Key("seed").Digest(Seed);
        WriteLots(json.Key("selected"), Selected);
        return json.EndObject().ToArray();
    }

    /// <summary>Reads <c>record.json</c>.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or not of this shape.</exception>
    public static DrawRecord Parse(ReadOnlySpan<byte> file)
    {
        var json = new CanonicalReader(file, FileName);
        json.BeginObject();
        json.Key("classes");
        var classes = ClassOutcomesJson.Read(ref json);
        json.Key("drawId");
        var drawId = json.String();
        json.Key("entropy");
        var entropy = EntropyJson.Read(ref json);
        json.Key("noticeHash");
        var noticeHash = json.Digest();
        json.Key("protocol");
        NoticeJson.ReadProtocol(ref json);
        json.Key("reserves");
        var reserves = ReadLots(ref json);
        json.Key("seed");
        var seed = json.Digest();
        json.Key("selected");
        var selected = ReadLots(ref json);
        json.EndObject();
        json.End();
        return new DrawRecord(new RecordHead(drawId, noticeHash), entropy, seed, classes, selected, reserves);
    }

    private static void WriteLots(CanonicalWriter json, IReadOnlyList<Lot> lots)
    {
        json.BeginArray();
        foreach (var lot in lots)
        {
            json.BeginObject().Key("class").String(lot.RiskClass.ToString()).Key("ticket").Digest(lot.Ticket)
                .Key("uscc").String(lot.Uscc.ToString()).EndObject();
        }

        json.EndArray();
    }

    private static List<Lot> ReadLots(ref CanonicalReader json)
    {
        var lots = new List<Lot>();
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("class");
            var riskClass = json.RiskClass();
            json.Key("ticket");
            var ticket = json.Digest();
            json.Key("uscc");
            lots.Add(new Lot(json.Uscc(), riskClass, ticket));
            json.EndObject();
        }

        return lots;
    }
}
