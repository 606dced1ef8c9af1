namespace Inspection.Drawing;

/// <summary>
/// The record of the inspectors (派员记录), <c>teams.json</c>, for auditors (<c>PROTOCOL.md</c> section 8).
/// </summary>
/// <param name="Head">The draw and its notice.</param>
/// <param name="Selected">The teams of the drawn, in the record's order.</param>
/// <param name="Reserves">The teams of the reserves, in the record's order.</param>
public sealed record TeamRecord(RecordHead Head, IReadOnlyList<VisitTeams> Selected, IReadOnlyList<VisitTeams> Reserves)
{
    /// <summary>The file's name in a package.</summary>
    public const string FileName = "teams.json";

    /// <summary>The bytes of <c>teams.json</c>.</summary>
    public byte[] ToFile()
    {
        var json = new CanonicalWriter().BeginObject()
            .Key("drawId").String(Head.DrawId)
            .Key("noticeHash").Digest(Head.NoticeHash)
            .Key("protocol").String(Notice.Protocol);
        WriteVisits(json.Key("reserves"), Reserves);
        WriteVisits(json.Key("selected"), Selected);
        return json.EndObject().ToArray();
    }

    /// <summary>Reads <c>teams.json</c>.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or not of this shape.</exception>
    public static TeamRecord Parse(ReadOnlySpan<byte> file)
    {
        var json = new CanonicalReader(file, FileName);
        json.BeginObject();
        json.Key("drawId");
        var drawId = json.String();
        json.Key("noticeHash");
        var noticeHash = json.Digest();
        json.Key("protocol");
        NoticeJson.ReadProtocol(ref json);
        json.Key("reserves");
        var reserves = ReadVisits(ref json);
        json.Key("selected");
        var selected = ReadVisits(ref json);
        json.EndObject();
        json.End();
        return new TeamRecord(new RecordHead(drawId, noticeHash), selected, reserves);
    }

    private static void WriteVisits(CanonicalWriter json, IReadOnlyList<VisitTeams> visits)
    {
        json.BeginArray();
        foreach (var visit in visits)
        {
            json.BeginObject().Key("teams").BeginArray();
            foreach (var team in visit.Teams)
            {
                json.BeginObject().Key("department").String(team.Department);
                WriteIds(json.Key("inspectors"), team.Inspectors);
                json.Key("shortage").Integer(team.Shortage);
                WriteIds(json.Key("substitutes"), team.Substitutes);
                json.EndObject();
            }

            json.EndArray().Key("uscc").String(visit.Uscc.ToString()).EndObject();
        }

        json.EndArray();
    }

    private static void WriteIds(CanonicalWriter json, IReadOnlyList<string> ids)
    {
        json.BeginArray();
        foreach (var id in ids)
            json.String(id);
        json.EndArray();
    }

    private static List<VisitTeams> ReadVisits(ref CanonicalReader json)
    {
        var visits = new List<VisitTeams>();
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("teams");
            var teams = ReadTeams(ref json);
            json.Key("uscc");
            visits.Add(new VisitTeams(json.Uscc(), teams));
            json.EndObject();
        }

        return visits;
    }

    private static List<Team> ReadTeams(ref CanonicalReader json)
    {
        var teams = new List<Team>();
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("department");
            var department = json.String();
            json.Key("inspectors");
            var inspectors = ReadIds(ref json);
            json.Key("shortage");
            var shortage = json.Integer("shortage", 0, TeamRequest.MaxSize);
            json.Key("substitutes");
            teams.Add(new Team(department, inspectors, shortage, ReadIds(ref json)));
            json.EndObject();
        }

        return teams;
    }

    private static List<string> ReadIds(ref CanonicalReader json)
    {
        var ids = new List<string>();
        json.BeginArray();
        while (json.NextItem())
            ids.Add(json.String());
        return ids;
    }
}
