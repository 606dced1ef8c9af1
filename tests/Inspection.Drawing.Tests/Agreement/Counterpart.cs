using Inspection.Drawing.Tests.Plain;

namespace Inspection.Drawing.Tests.Agreement;

/// <summary>What the plain implementation writes down, as the library's own values.</summary>
internal static class Counterpart
{
    public static UnifiedSocialCreditCode Uscc(string uscc) => UnifiedSocialCreditCode.Parse(uscc);

    public static Draw Run(PlainInputs inputs, WorkOptions? options = null)
    {
        var materials = Materials(inputs);
        return Draw.Run(Commit(inputs, materials, options), materials, Evidence(inputs.Evidence), options);
    }

    public static Notice Commit(PlainInputs inputs, DrawMaterials materials, WorkOptions? options = null) =>
        materials.Commit(Terms(inputs.Notice, materials.Roster), options);

    public static DrawMaterials Materials(PlainInputs inputs) => new(
        new DrawKey(inputs.DrawKey),
        Roster.Create(inputs.Roster.Select(row => new RosterEntry(Uscc(row.Uscc), RiskClass.Parse(row.RiskClass)))),
        ExclusionList.Create(inputs.Excluded.Select(row => new Exclusion(Uscc(row.Uscc), row.Reason))),
        InspectorList.Create(inputs.Inspectors.Select(row =>
            new Inspector(row.Id, row.Department, row.Skills, [.. row.Recused.Select(Uscc)]))));

    public static EntropyEvidence Evidence(PlainEvidence evidence) => evidence switch
    {
        PlainContributions ceremony =>
            new CeremonyEntropy([.. ceremony.All.Select(one => new Contribution(one.Witness, one.Value))]),
        PlainPulse pulse => new DrandEntropy(
            Digest.Parse(pulse.Chain), pulse.Round, pulse.Signature, Digest.Parse(pulse.Randomness)),
        _ => new NoEntropy(),
    };

    public static Sampling SamplingOf(PlainSampling sampling) => sampling.Mode switch
    {
        "rates" => new RateSampling(
            [.. sampling.Classes.Select(c => new ClassRate(ClassOf(c), c.Size, new BasisPoints(c.Number)))]),
        "weights" => new WeightSampling(
            sampling.Total, [.. sampling.Classes.Select(c => new ClassWeight(ClassOf(c), c.Size, c.Number))]),
        _ => new QuotaSampling([.. sampling.Classes.Select(c => new ClassQuota(ClassOf(c), c.Size, c.Number))]),
    };

    private static RiskClass ClassOf(PlainClass c) => RiskClass.Parse(c.Name);

    private static NoticeTerms Terms(PlainNotice notice, Roster roster) => new()
    {
        DrawId = notice.DrawId,
        TaskId = notice.TaskId,
        Attempt = (int)notice.Attempt,
        Previous = notice.Previous == "" ? null : Digest.Parse(notice.Previous),
        Title = notice.Title,
        Authority = notice.Authority,
        AuthorityCode = notice.AuthorityCode == "" ? null : Uscc(notice.AuthorityCode),
        Scope = notice.Scope,
        CommittedAt = DateTimeOffset.Parse(notice.CommittedAt, null),
        StartsOn = DateOnly.Parse(notice.StartsOn, null),
        EndsOn = DateOnly.Parse(notice.EndsOn, null),
        Disclosure = notice.Disclosure == "open" ? Disclosure.Open : Disclosure.Sealed,
        Entropy = PlanOf(notice.Entropy),
        RosterRoot = default,
        RosterSize = roster.Size,
        Excluded = new SealedList(default, 0),
        Inspectors = new SealedList(default, 0),
        Sampling = SizedSampling(notice.Sampling, roster),
        Reserve = notice.Reserve,
        Teams = [.. notice.Teams.Select(team => new TeamRequest(team.Department, team.Size, team.Skill))],
    };

    private static EntropyPlan PlanOf(PlainSource source) => source switch
    {
        PlainCeremony ceremony => new CeremonyPlan(ceremony.Digits, ceremony.Witnesses),
        PlainBeacon beacon => new DrandPlan(Digest.Parse(beacon.Chain), beacon.Round),
        _ => new NoEntropyPlan(),
    };

    /// <summary>The sampling by its numbers alone: the library counts the classes itself.</summary>
    private static Sampling SizedSampling(PlainSampling sampling, Roster roster)
    {
        var numbers = sampling.Classes.ToDictionary(ClassOf, c => c.Number);
        return sampling.Mode switch
        {
            "rates" => Sampling.ByRates(roster, numbers.ToDictionary(c => c.Key, c => new BasisPoints(c.Value))),
            "weights" => Sampling.ByWeights(roster, sampling.Total, numbers),
            _ => Sampling.ByQuotas(roster, numbers),
        };
    }
}
