using System.Globalization;

namespace Inspection.Drawing;

/// <summary>The canonical form of a notice, its keys in their order (<c>PROTOCOL.md</c> section 3).</summary>
internal static class NoticeJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    public static byte[] Write(NoticeTerms terms)
    {
        var json = new CanonicalWriter().BeginObject()
            .Key("attempt").Integer(terms.Attempt)
            .Key("authority").String(terms.Authority)
            .Key("authorityCode").String(terms.AuthorityCode?.ToString() ?? "")
            .Key("committedAt").String(terms.CommittedAt.ToString(TimeFormat, CultureInfo.InvariantCulture))
            .Key("disclosure").String(terms.Disclosure == Disclosure.Open ? "open" : "sealed")
            .Key("drawId").String(terms.DrawId)
            .Key("endsOn").String(terms.EndsOn.ToString(DayFormat, CultureInfo.InvariantCulture));
        WriteEntropy(json.Key("entropy"), terms.Entropy);
        WriteList(json.Key("excluded"), terms.Excluded);
        WriteList(json.Key("inspectors"), terms.Inspectors);
        json.Key("previous").String(terms.Previous?.ToString() ?? "")
            .Key("protocol").String(Notice.Protocol)
            .Key("reserve").Integer(terms.Reserve)
            .Key("roster").BeginObject()
            .Key("root").Digest(terms.RosterRoot).Key("size").Integer(terms.RosterSize).EndObject();
        WriteSampling(json.Key("sampling"), terms.Sampling);
        json.Key("scope").String(terms.Scope)
            .Key("startsOn").String(terms.StartsOn.ToString(DayFormat, CultureInfo.InvariantCulture))
            .Key("taskId").String(terms.TaskId)
            .Key("teams").BeginArray();
        foreach (var team in terms.Teams)
        {
            json.BeginObject().Key("department").String(team.Department).Key("size").Integer(team.Size)
                .Key("skill").String(team.Skill).EndObject();
        }

        return json.EndArray().Key("title").String(terms.Title).EndObject().ToArray();
    }

    public static NoticeTerms Read(ref CanonicalReader json)
    {
        json.BeginObject();
        json.Key("attempt");
        var attempt = json.Integer("attempt", 1, int.MaxValue);
        json.Key("authority");
        var authority = json.String();
        json.Key("authorityCode");
        var authorityCode = ReadAuthorityCode(ref json);
        json.Key("committedAt");
        var committedAt = ReadTime(ref json);
        json.Key("disclosure");
        var disclosure = ReadDisclosure(ref json);
        json.Key("drawId");
        var drawId = json.String();
        json.Key("endsOn");
        var endsOn = ReadDay(ref json);
        json.Key("entropy");
        var entropy = ReadEntropy(ref json);
        json.Key("excluded");
        var excluded = ReadList(ref json);
        json.Key("inspectors");
        var inspectors = ReadList(ref json);
        json.Key("previous");
        var previous = ReadPrevious(ref json);
        json.Key("protocol");
        ReadProtocol(ref json);
        json.Key("reserve");
        var reserve = json.Integer("reserve", 0, int.MaxValue);
        json.Key("roster");
        json.BeginObject();
        json.Key("root");
        var root = json.Digest();
        json.Key("size");
        var size = json.Integer("the roster's size", 0, int.MaxValue);
        json.EndObject();
        json.Key("sampling");
        var sampling = ReadSampling(ref json);
        json.Key("scope");
        var scope = json.String();
        json.Key("startsOn");
        var startsOn = ReadDay(ref json);
        json.Key("taskId");
        var taskId = json.String();
        json.Key("teams");
        var teams = ReadTeams(ref json);
        json.Key("title");
        var title = json.String();
        json.EndObject();
        return new NoticeTerms
        {
            DrawId = drawId,
            TaskId = taskId,
            Attempt = attempt,
            Previous = previous,
            Title = title,
            Authority = authority,
            AuthorityCode = authorityCode,
            Scope = scope,
            CommittedAt = committedAt,
            StartsOn = startsOn,
            EndsOn = endsOn,
            Disclosure = disclosure,
            Entropy = entropy,
            RosterRoot = root,
            RosterSize = size,
            Excluded = excluded,
            Inspectors = inspectors,
            Sampling = sampling,
            Reserve = reserve,
            Teams = teams,
        };
    }

    /// <summary>Refuses a document of another protocol.</summary>
    public static void ReadProtocol(ref CanonicalReader json)
    {
        var protocol = json.String();
        if (protocol != Notice.Protocol)
            throw json.Refuse($"the protocol is '{protocol}', not '{Notice.Protocol}'");
    }

    private static void WriteEntropy(CanonicalWriter json, EntropyPlan plan)
    {
        json.BeginObject();
        switch (plan)
        {
            case CeremonyPlan ceremony:
                json.Key("digits").Integer(ceremony.Digits).Key("kind").String(plan.Kind).Key("witnesses").BeginArray();
                foreach (var witness in ceremony.Witnesses)
                    json.String(witness);
                json.EndArray();
                break;
            case DrandPlan drand:
                json.Key("chain").Digest(drand.Chain).Key("kind").String(plan.Kind).Key("round").Integer(drand.Round);
                break;
            default:
                json.Key("kind").String(plan.Kind);
                break;
        }

        json.EndObject();
    }

    private static EntropyPlan ReadEntropy(ref CanonicalReader json)
    {
        json.BeginObject();
        EntropyPlan plan;
        if (json.TryKey("digits"))
        {
            var digits = json.Integer("digits", 1, CeremonyPlan.MaxDigits);
            ReadKind(ref json, "ceremony");
            json.Key("witnesses");
            var witnesses = new List<string>();
            json.BeginArray();
            while (json.NextItem())
                witnesses.Add(json.String());
            plan = new CeremonyPlan(digits, witnesses);
        }
        else if (json.TryKey("chain"))
        {
            var chain = json.Digest();
            ReadKind(ref json, "drand");
            json.Key("round");
            plan = new DrandPlan(chain, json.Long("round", 1));
        }
        else
        {
            ReadKind(ref json, "none");
            plan = new NoEntropyPlan();
        }

        json.EndObject();
        return plan;
    }

    private static void ReadKind(ref CanonicalReader json, string wanted)
    {
        json.Key("kind");
        var kind = json.String();
        if (kind != wanted)
            throw json.Refuse($"the entropy's kind is '{kind}', but its keys are those of '{wanted}'");
    }

    private static void WriteList(CanonicalWriter json, SealedList list) =>
        json.BeginObject().Key("seal").Digest(list.Seal).Key("size").Integer(list.Size).EndObject();

    private static SealedList ReadList(ref CanonicalReader json)
    {
        json.BeginObject();
        json.Key("seal");
        var seal = json.Digest();
        json.Key("size");
        var size = json.Integer("a list's size", 0, int.MaxValue);
        json.EndObject();
        return new SealedList(seal, size);
    }

    private static void WriteSampling(CanonicalWriter json, Sampling sampling)
    {
        json.BeginObject().Key("classes").BeginArray();
        switch (sampling)
        {
            case RateSampling rates:
                foreach (var c in rates.Classes)
                    BeginClass(json, c.RiskClass).Key("rateBp").Integer(c.Rate.Value).Key("size").Integer(c.Size).EndObject();
                break;
            case WeightSampling weights:
                foreach (var c in weights.Classes)
                    BeginClass(json, c.RiskClass).Key("size").Integer(c.Size).Key("weight").Integer(c.Weight).EndObject();
                break;
            case QuotaSampling quotas:
                foreach (var c in quotas.Classes)
                    BeginClass(json, c.RiskClass).Key("quota").Integer(c.Quota).Key("size").Integer(c.Size).EndObject();
                break;
        }

        json.EndArray().Key("mode").String(sampling.Mode);
        if (sampling is WeightSampling { Total: var total })
            json.Key("total").Integer(total);
        json.EndObject();
    }

    private static CanonicalWriter BeginClass(CanonicalWriter json, RiskClass riskClass) =>
        json.BeginObject().Key("class").String(riskClass.ToString());

    private static Sampling ReadSampling(ref CanonicalReader json)
    {
        var (rates, weights, quotas) = (new List<ClassRate>(), new List<ClassWeight>(), new List<ClassQuota>());
        json.BeginObject();
        json.Key("classes");
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("class");
            var riskClass = json.RiskClass();
            if (json.TryKey("rateBp"))
            {
                var rate = new BasisPoints(json.Integer("rateBp", 0, BasisPoints.Whole));
                rates.Add(new ClassRate(riskClass, ReadSize(ref json), rate));
            }
            else if (json.TryKey("quota"))
            {
                var quota = json.Integer("quota", 0, int.MaxValue);
                quotas.Add(new ClassQuota(riskClass, ReadSize(ref json), quota));
            }
            else
            {
                var size = ReadSize(ref json);
                json.Key("weight");
                weights.Add(new ClassWeight(riskClass, size, json.Integer("weight", 0, WeightSampling.MaxWeight)));
            }

            json.EndObject();
        }

        json.Key("mode");
        var mode = json.String();
        Sampling sampling = mode switch
        {
            "rates" => new RateSampling(rates),
            "quotas" => new QuotaSampling(quotas),
            "weights" => new WeightSampling(ReadTotal(ref json), weights),
            _ => throw json.Refuse($"the mode is '{mode}', not rates, weights or quotas"),
        };
        if (sampling.Sizes.Count != rates.Count + weights.Count + quotas.Count)
            throw json.Refuse($"a class has the keys of another mode than '{mode}'");
        json.EndObject();
        return sampling;
    }

    private static int ReadSize(ref CanonicalReader json)
    {
        json.Key("size");
        return json.Integer("a class's size", 0, int.MaxValue);
    }

    private static long ReadTotal(ref CanonicalReader json)
    {
        json.Key("total");
        return json.Long("total", 1);
    }

    private static List<TeamRequest> ReadTeams(ref CanonicalReader json)
    {
        var teams = new List<TeamRequest>();
        json.BeginArray();
        while (json.NextItem())
        {
            json.BeginObject();
            json.Key("department");
            var department = json.String();
            json.Key("size");
            var size = json.Integer("a team's size", 1, TeamRequest.MaxSize);
            json.Key("skill");
            teams.Add(new TeamRequest(department, size, json.String()));
            json.EndObject();
        }

        return teams;
    }

    private static UnifiedSocialCreditCode? ReadAuthorityCode(ref CanonicalReader json)
    {
        var text = json.String();
        if (text.Length == 0)
            return null;
        return UnifiedSocialCreditCode.TryParse(text, out var code, out var problem)
            ? code
            : throw json.Refuse($"authorityCode '{text}': {problem}");
    }

    private static Digest? ReadPrevious(ref CanonicalReader json)
    {
        var text = json.String();
        if (text.Length == 0)
            return null;
        return Digest.TryParse(text, out var digest)
            ? digest
            : throw json.Refuse($"previous '{text}' is neither empty nor 64 lower-case hex digits");
    }

    private static Disclosure ReadDisclosure(ref CanonicalReader json) => json.String() switch
    {
        "sealed" => Disclosure.Sealed,
        "open" => Disclosure.Open,
        var other => throw json.Refuse($"disclosure is '{other}', not sealed or open"),
    };

    private static DateTimeOffset ReadTime(ref CanonicalReader json)
    {
        var text = json.String();
        return DateTimeOffset.TryParseExact(
            text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw json.Refuse($"committedAt '{text}' is no existing time YYYY-MM-DDThh:mm:ssZ");
    }

    private static DateOnly ReadDay(ref CanonicalReader json)
    {
        var text = json.String();
        return DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw json.Refuse($"'{text}' is no existing day YYYY-MM-DD");
    }
}
