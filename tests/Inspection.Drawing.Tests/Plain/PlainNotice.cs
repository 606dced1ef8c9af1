using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>
/// A class as the sampling names it; <c>Number</c> is its rateBp, its weight or its quota, as the mode has it.
/// </summary>
internal sealed record PlainClass(string Name, int Size, int Number);

/// <summary>How many are drawn. <c>Total</c> belongs to the mode "weights" and is 0 in the others.</summary>
internal sealed record PlainSampling(string Mode, IReadOnlyList<PlainClass> Classes, int Total)
{
    /// <summary>The key under which the notice keeps a class's number.</summary>
    public string NumberKey => Mode switch
    {
        "rates" => "rateBp",
        "weights" => "weight",
        "quotas" => "quota",
        _ => throw new InvalidDataException($"no mode '{Mode}'"),
    };
}

/// <summary>
/// An entry of the notice's teams: so many of a department, with a skill or, if it is empty, with any.
/// </summary>
internal sealed record PlainTeamRule(string Department, int Size, string Skill);

/// <summary>
/// Bytes that are not shown yet, fixed by a hash (the root or the seal), and how many rows they have.
/// </summary>
internal sealed record PlainCommitment(string Hash, int Size);

/// <summary>PROTOCOL.md, section 3: the notice.</summary>
internal sealed record PlainNotice
{
    public required string DrawId { get; init; }
    public required string TaskId { get; init; }
    public required long Attempt { get; init; }
    public required string Previous { get; init; }
    public required string Title { get; init; }
    public required string Authority { get; init; }
    public required string AuthorityCode { get; init; }
    public required string Scope { get; init; }
    public required string CommittedAt { get; init; }
    public required string StartsOn { get; init; }
    public required string EndsOn { get; init; }
    public required string Disclosure { get; init; }
    public required PlainSource Entropy { get; init; }
    public required PlainCommitment Roster { get; init; }
    public required PlainCommitment Excluded { get; init; }
    public required PlainCommitment Inspectors { get; init; }
    public required PlainSampling Sampling { get; init; }
    public required int Reserve { get; init; }
    public required IReadOnlyList<PlainTeamRule> Teams { get; init; }

    public Dictionary<string, object> Json() => new()
    {
        ["protocol"] = "double-random/1",
        ["drawId"] = DrawId,
        ["taskId"] = TaskId,
        ["attempt"] = Attempt,
        ["previous"] = Previous,
        ["title"] = Title,
        ["authority"] = Authority,
        ["authorityCode"] = AuthorityCode,
        ["scope"] = Scope,
        ["committedAt"] = CommittedAt,
        ["startsOn"] = StartsOn,
        ["endsOn"] = EndsOn,
        ["disclosure"] = Disclosure,
        ["entropy"] = SourceJson(),
        ["roster"] = new Dictionary<string, object> { ["root"] = Roster.Hash, ["size"] = Roster.Size },
        ["excluded"] = new Dictionary<string, object> { ["seal"] = Excluded.Hash, ["size"] = Excluded.Size },
        ["inspectors"] = new Dictionary<string, object> { ["seal"] = Inspectors.Hash, ["size"] = Inspectors.Size },
        ["sampling"] = SamplingJson(),
        ["reserve"] = Reserve,
        ["teams"] = Teams.Select(team => new Dictionary<string, object>
        {
            ["department"] = team.Department,
            ["size"] = team.Size,
            ["skill"] = team.Skill,
        }),
    };

    public byte[] Write()
    {
        PlainNoticeRules.Check(this);
        return PlainCanonicalJson.Write(Json());
    }

    public static PlainNotice Read(byte[] file)
    {
        var tree = new PlainMembers(PlainCanonicalJson.Read(file));
        var notice = new PlainNotice
        {
            DrawId = tree.Text("drawId"),
            TaskId = tree.Text("taskId"),
            Attempt = tree.Integer("attempt"),
            Previous = tree.Text("previous"),
            Title = tree.Text("title"),
            Authority = tree.Text("authority"),
            AuthorityCode = tree.Text("authorityCode"),
            Scope = tree.Text("scope"),
            CommittedAt = tree.Text("committedAt"),
            StartsOn = tree.Text("startsOn"),
            EndsOn = tree.Text("endsOn"),
            Disclosure = tree.Text("disclosure"),
            Entropy = ReadSource(tree.Object("entropy")),
            Roster = ReadCommitment(tree.Object("roster"), "root"),
            Excluded = ReadCommitment(tree.Object("excluded"), "seal"),
            Inspectors = ReadCommitment(tree.Object("inspectors"), "seal"),
            Sampling = ReadSampling(tree.Object("sampling")),
            Reserve = tree.Small("reserve"),
            Teams = tree.Objects("teams")
                .Select(team => new PlainTeamRule(team.Text("department"), team.Small("size"), team.Text("skill")))
                .ToList(),
        };
        Require(notice.Write().SequenceEqual(file), "another protocol, or keys that a notice must not have");
        return notice;
    }

    private Dictionary<string, object> SourceJson() => Entropy switch
    {
        PlainNoSource => new() { ["kind"] = "none" },
        PlainCeremony ceremony => new()
        {
            ["kind"] = "ceremony",
            ["digits"] = ceremony.Digits,
            ["witnesses"] = ceremony.Witnesses,
        },
        PlainBeacon beacon => new() { ["kind"] = "drand", ["chain"] = beacon.Chain, ["round"] = beacon.Round },
        _ => throw new InvalidDataException("no such kind of entropy"),
    };

    private Dictionary<string, object> SamplingJson()
    {
        var json = new Dictionary<string, object>
        {
            ["mode"] = Sampling.Mode,
            ["classes"] = Sampling.Classes.Select(c => new Dictionary<string, object>
            {
                ["class"] = c.Name,
                ["size"] = c.Size,
                [Sampling.NumberKey] = c.Number,
            }),
        };
        if (Sampling.Mode == "weights")
            json["total"] = Sampling.Total;
        return json;
    }

    private static PlainSource ReadSource(PlainMembers tree) => tree.Text("kind") switch
    {
        "none" => new PlainNoSource(),
        "ceremony" => new PlainCeremony(tree.Small("digits"), tree.Texts("witnesses")),
        "drand" => new PlainBeacon(tree.Text("chain"), tree.Integer("round")),
        var kind => throw new InvalidDataException($"no kind '{kind}' of entropy"),
    };

    private static PlainCommitment ReadCommitment(PlainMembers tree, string hashKey) =>
        new(tree.Text(hashKey), tree.Small("size"));

    private static PlainSampling ReadSampling(PlainMembers tree)
    {
        var empty = new PlainSampling(tree.Text("mode"), [], tree.Text("mode") == "weights" ? tree.Small("total") : 0);
        return empty with
        {
            Classes = tree.Objects("classes")
                .Select(c => new PlainClass(c.Text("class"), c.Small("size"), c.Small(empty.NumberKey))).ToList(),
        };
    }
}
