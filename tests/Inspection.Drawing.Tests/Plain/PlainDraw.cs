using static Inspection.Drawing.Tests.Plain.PlainNotation;

namespace Inspection.Drawing.Tests.Plain;

/// <summary>What a draw starts from. Rows come in any order.</summary>
internal sealed record PlainInputs
{
    public required byte[] DrawKey { get; init; }
    public required IReadOnlyList<PlainEnterprise> Roster { get; init; }
    public required IReadOnlyList<PlainExclusion> Excluded { get; init; }
    public required IReadOnlyList<PlainInspector> Inspectors { get; init; }

    /// <summary>
    /// What the authority writes; roster, excluded, inspectors and the sizes of the classes are filled in.
    /// </summary>
    public required PlainNotice Notice { get; init; }

    public required PlainEvidence Evidence { get; init; }
}

/// <summary>PROTOCOL.md, all of it: from the inputs to every file of section 8.</summary>
internal sealed class PlainDraw
{
    private readonly PlainInputs inputs;
    private readonly List<PlainEnterprise> roster;
    private readonly IReadOnlyDictionary<(string Uscc, int Position), PlainTeam> teams;

    public PlainDraw(PlainInputs inputs)
    {
        this.inputs = inputs;
        roster = PlainRoster.InOrder(inputs.Roster);
        RequireNobodyBothExcludedAndOnTheRoster();

        RosterCsv = PlainRoster.Write(roster);
        ExcludedCsv = PlainExcluded.Write(inputs.Excluded);
        InspectorsCsv = PlainInspectors.Write(inputs.Inspectors);
        DrawKeyTxt = Utf8(Hex(inputs.DrawKey) + "\n");

        Leaves = roster.Select(row => PlainRoster.Leaf(row.Uscc, ClassSeal(row))).ToArray();
        Notice = Complete(inputs.Notice);
        NoticeJson = Notice.Write();
        NoticeHash = Hex(Sha256(NoticeJson));

        PlainEntropy.Check(Notice.Entropy, inputs.Evidence);
        EntropyJson = PlainCanonicalJson.Write(PlainEntropy.Json(inputs.Evidence));
        Seed = PlainEntropy.Seed(NoticeHash, inputs.Evidence);

        Quotas = PlainQuotas.Of(Notice.Sampling, Seed);
        Lots = roster.Select(Lot).ToList();
        Selection = PlainSelection.Of(Lots, Quotas, Notice.Reserve);
        teams = PlainTeams.Of(Selection, Notice.Teams, inputs.Inspectors);

        RecordJson = PlainCanonicalJson.Write(Record());
        RecordHash = Hex(Sha256(RecordJson));
        TeamsJson = PlainCanonicalJson.Write(Teams());
        TeamsHash = Hex(Sha256(TeamsJson));
        PublicJson = PlainCanonicalJson.Write(Public(withSelected: true));
        WithheldPublicJson = PlainCanonicalJson.Write(Public(withSelected: false));
        MembershipJson = PlainCanonicalJson.Write(Membership());
    }

    public byte[] RosterCsv { get; }
    public byte[] ExcludedCsv { get; }
    public byte[] InspectorsCsv { get; }
    public byte[] DrawKeyTxt { get; }
    public byte[] NoticeJson { get; }
    public byte[] EntropyJson { get; }
    public byte[] RecordJson { get; }
    public byte[] TeamsJson { get; }
    public byte[] PublicJson { get; }

    /// <summary>public.json as it is while the list of the selected is withheld.</summary>
    public byte[] WithheldPublicJson { get; }

    public byte[] MembershipJson { get; }

    public PlainNotice Notice { get; }
    public string NoticeHash { get; }
    public string RecordHash { get; }
    public string TeamsHash { get; }
    public byte[] Seed { get; }
    public byte[][] Leaves { get; }
    public IReadOnlyDictionary<string, int> Quotas { get; }

    /// <summary>Everybody's lot, in roster order.</summary>
    public IReadOnlyList<PlainLot> Lots { get; }

    public PlainSelection Selection { get; }

    public byte[] Certificate(string uscc)
    {
        var lot = Lots.Single(lot => lot.Uscc == uscc);
        return PlainCanonicalJson.Write(new Dictionary<string, object>
        {
            ["class"] = lot.RiskClass,
            ["drawId"] = Notice.DrawId,
            ["index"] = lot.Index,
            ["noticeHash"] = NoticeHash,
            ["path"] = PlainMerkleTree.Path(lot.Index, Leaves).Select(Hex),
            ["recordHash"] = RecordHash,
            ["salt"] = Hex(lot.Salt),
            ["selected"] = Selection.Selected.Contains(lot),
            ["ticket"] = Hex(lot.Ticket),
            ["uscc"] = lot.Uscc,
        });
    }

    private void RequireNobodyBothExcludedAndOnTheRoster()
    {
        var both = inputs.Excluded.Select(row => row.Uscc).Intersect(roster.Select(row => row.Uscc)).ToList();
        Require(both.Count == 0, $"both excluded and on the roster: {string.Join(", ", both)}");
    }

    private byte[] Salt(PlainEnterprise row) => PlainRoster.Salt(inputs.DrawKey, row.Uscc);

    private byte[] ClassSeal(PlainEnterprise row) => PlainRoster.ClassSeal(Salt(row), row.RiskClass);

    private PlainLot Lot(PlainEnterprise row, int index) =>
        new(index, row.Uscc, row.RiskClass, Salt(row), PlainSelection.Ticket(Seed, Salt(row)));

    /// <summary>The notice with the commitments to the files and the number of enterprises of each class.</summary>
    private PlainNotice Complete(PlainNotice notice)
    {
        var named = notice.Sampling.Classes;
        Require(roster.All(row => named.Any(c => c.Name == row.RiskClass)),
            "a class of the roster is not in the notice");
        return notice with
        {
            Roster = new(Hex(PlainMerkleTree.Root(Leaves)), roster.Count),
            Excluded = new(Hex(PlainExcluded.Seal(inputs.DrawKey, ExcludedCsv)), inputs.Excluded.Count),
            Inspectors = new(Hex(PlainInspectors.Seal(inputs.DrawKey, InspectorsCsv)), inputs.Inspectors.Count),
            Sampling = notice.Sampling with
            {
                Classes = named.Select(c => c with { Size = roster.Count(row => row.RiskClass == c.Name) }).ToList(),
            },
        };
    }

    private Dictionary<string, object> Record() => new()
    {
        ["classes"] = Classes(),
        ["drawId"] = Notice.DrawId,
        ["entropy"] = PlainEntropy.Json(inputs.Evidence),
        ["noticeHash"] = NoticeHash,
        ["protocol"] = "double-random/1",
        ["reserves"] = Selection.Reserves.Select(RecordRow),
        ["seed"] = Hex(Seed),
        ["selected"] = Selection.Selected.Select(RecordRow),
    };

    private IEnumerable<object> Classes() => Notice.Sampling.Classes.Select(c => new Dictionary<string, object>
    {
        ["class"] = c.Name,
        ["quota"] = Quotas[c.Name],
        ["threshold"] = Selection.Thresholds[c.Name],
    });

    private static Dictionary<string, object> RecordRow(PlainLot lot) => new()
    {
        ["class"] = lot.RiskClass,
        ["ticket"] = Hex(lot.Ticket),
        ["uscc"] = lot.Uscc,
    };

    private Dictionary<string, object> Teams() => new()
    {
        ["drawId"] = Notice.DrawId,
        ["noticeHash"] = NoticeHash,
        ["protocol"] = "double-random/1",
        ["reserves"] = Selection.Reserves.Select(TeamsRow),
        ["selected"] = Selection.Selected.Select(TeamsRow),
    };

    private Dictionary<string, object> TeamsRow(PlainLot lot) => new()
    {
        ["teams"] = Notice.Teams.Select((rule, position) => new Dictionary<string, object>
        {
            ["department"] = rule.Department,
            ["inspectors"] = teams[(lot.Uscc, position)].Inspectors,
            ["shortage"] = teams[(lot.Uscc, position)].Shortage,
            ["substitutes"] = teams[(lot.Uscc, position)].Substitutes,
        }),
        ["uscc"] = lot.Uscc,
    };

    private Dictionary<string, object> Public(bool withSelected)
    {
        var json = new Dictionary<string, object>
        {
            ["classes"] = Classes(),
            ["entropy"] = PlainEntropy.Json(inputs.Evidence),
            ["notice"] = Notice.Json(),
            ["noticeHash"] = NoticeHash,
            ["recordHash"] = RecordHash,
            ["seed"] = Hex(Seed),
            ["teamsHash"] = TeamsHash,
        };
        if (withSelected)
            json["selected"] = SelectedByUscc().Select(lot => lot.Uscc);
        return json;
    }

    private Dictionary<string, object> Membership() => new()
    {
        ["proof"] = PlainMembership.Proof(Leaves, Selection.Selected.Select(lot => lot.Index).ToHashSet()).Select(Hex),
        ["selected"] = SelectedByUscc().Select(lot => new Dictionary<string, object>
        {
            ["classSeal"] = Hex(PlainRoster.ClassSeal(lot.Salt, lot.RiskClass)),
            ["index"] = lot.Index,
            ["uscc"] = lot.Uscc,
        }),
    };

    private IEnumerable<PlainLot> SelectedByUscc() => Selection.Selected.OrderBy(lot => lot.Uscc, TextOrder);
}
