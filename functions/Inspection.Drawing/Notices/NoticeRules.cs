namespace Inspection.Drawing;

/// <summary>The bounds of <c>PROTOCOL.md</c> section 3 that a notice's terms must keep.</summary>
internal static class NoticeRules
{
    private const int MaxIdLength = 64;

    /// <exception cref="ProtocolException">A bound is broken; the message says which and what to do.</exception>
    public static void Check(NoticeTerms terms)
    {
        CheckId(terms.DrawId, "drawId");
        CheckId(terms.TaskId, "taskId");
        CheckText(terms.Title, "title");
        CheckText(terms.Authority, "authority");
        CheckText(terms.Scope, "scope");
        Require(terms.Attempt >= 1, $"attempt is {terms.Attempt}; the first attempt is 1");
        Require(terms.Attempt == 1 || terms.Previous is not null,
            $"attempt is {terms.Attempt} but previous is empty; a later attempt names the notice before it");
        Require(terms.CommittedAt.Offset == TimeSpan.Zero && terms.CommittedAt.Ticks % TimeSpan.TicksPerSecond == 0,
            $"committedAt {terms.CommittedAt:O} is not in UTC and to the second");
        Require(terms.StartsOn <= terms.EndsOn,
            $"the task starts on {terms.StartsOn:yyyy-MM-dd}, after its last day {terms.EndsOn:yyyy-MM-dd}");
        Require(terms.RosterSize is >= 1 and <= Roster.MaxSize,
            $"the roster's size is {terms.RosterSize}, not 1 to {Roster.MaxSize}");
        Require(terms.Excluded.Size >= 0 && terms.Inspectors.Size >= 0, "a list's size is below 0");
        Require(terms.Reserve is >= 0 and <= NoticeTerms.MaxReserve, $"reserve is {terms.Reserve}, not 0 to {NoticeTerms.MaxReserve}");
        CheckEntropy(terms.Entropy);
        CheckSampling(terms.Sampling, terms.RosterSize);
        CheckTeams(terms.Teams);
    }

    private static void CheckId(string id, string key) => Require(
        id.Length is >= 1 and <= MaxIdLength && id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'),
        $"{key} '{id}' is not 1 to {MaxIdLength} of A-Z a-z 0-9 and hyphen");

    private static void CheckText(string text, string key)
    {
        if (ProtocolText.ProblemIn(text) is { } problem)
            throw new ProtocolException($"{key} holds {problem}");
        var count = ProtocolText.ScalarCount(text);
        Require(count is >= 1 and <= NoticeTerms.MaxTextLength, $"{key} has {count} characters, not 1 to {NoticeTerms.MaxTextLength}");
    }

    private static void CheckEntropy(EntropyPlan plan)
    {
        switch (plan)
        {
            case CeremonyPlan ceremony:
                CheckCeremony(ceremony);
                break;
            case DrandPlan drand:
                Require(drand.Round >= 1, $"the beacon's round is {drand.Round}; rounds begin at 1");
                break;
        }
    }

    private static void CheckCeremony(CeremonyPlan ceremony)
    {
        Require(ceremony.Digits is >= 1 and <= CeremonyPlan.MaxDigits,
            $"digits is {ceremony.Digits}, not 1 to {CeremonyPlan.MaxDigits}");
        Require(ceremony.Witnesses.Count is >= 1 and <= CeremonyPlan.MaxWitnesses,
            $"there are {ceremony.Witnesses.Count} witnesses, not 1 to {CeremonyPlan.MaxWitnesses}");
        foreach (var witness in ceremony.Witnesses)
        {
            Require(witness.Length > 0 && !witness.Contains('='),
                $"the witness '{witness}' has no name or an equals sign in it");
            if (ProtocolText.ProblemIn(witness) is { } problem)
                throw new ProtocolException($"the witness '{witness}' has {problem}");
        }

        Require(ceremony.Witnesses.Distinct().Count() == ceremony.Witnesses.Count,
            "two witnesses have the same name; tell them apart");
    }

    private static void CheckSampling(Sampling sampling, int rosterSize)
    {
        var sizes = sampling.Sizes;
        for (var i = 0; i < sizes.Count; i++)
        {
            var (riskClass, size) = sizes[i];
            Require(!riskClass.IsNone, "a class of the sampling has no name");
            Require(size >= 0, $"class {riskClass} has size {size}");
            Require(i == 0 || sizes[i - 1].RiskClass < riskClass,
                $"class {riskClass} does not stand after the class before it: classes ascend, none twice");
        }

        var sum = sizes.Sum(static c => (long)c.Size);
        Require(sum == rosterSize, $"the sizes of the classes sum to {sum}, the roster has {rosterSize}");
        switch (sampling)
        {
            case RateSampling rates:
                Require(rates.Classes.Any(static c => c.Rate.CeilingOf(c.Size) > 0), "every quota is 0: raise a rate");
                break;
            case WeightSampling weights:
                CheckWeights(weights);
                break;
            case QuotaSampling quotas:
                CheckQuotas(quotas);
                break;
        }
    }

    private static void CheckWeights(WeightSampling sampling)
    {
        foreach (var c in sampling.Classes)
            Require(c.Weight is >= 0 and <= WeightSampling.MaxWeight, $"the weight of class {c.RiskClass} is {c.Weight}, not 0 to {WeightSampling.MaxWeight}");
        var available = sampling.Classes.Where(static c => c.Weight > 0).Sum(static c => (long)c.Size);
        Require(sampling.Total >= 1 && sampling.Total <= available,
            $"total is {sampling.Total}, but 1 to {available} can be drawn: so many enterprises have a weight over 0");
    }

    private static void CheckQuotas(QuotaSampling sampling)
    {
        foreach (var c in sampling.Classes)
        {
            Require(c.Quota >= 0, $"the quota of class {c.RiskClass} is {c.Quota}");
            Require(c.Quota <= c.Size, $"quota {c.Quota} exceeds the size {c.Size} of class {c.RiskClass}; lower it");
        }

        Require(sampling.Classes.Any(static c => c.Quota > 0), "every quota is 0: raise one");
    }

    private static void CheckTeams(IReadOnlyList<TeamRequest> teams)
    {
        Require(teams.Count is >= 1 and <= NoticeTerms.MaxTeams, $"there are {teams.Count} teams, not 1 to {NoticeTerms.MaxTeams}");
        foreach (var team in teams)
        {
            Require(team.Size is >= 1 and <= TeamRequest.MaxSize,
                $"the team of {team.Department} has size {team.Size}, not 1 to {TeamRequest.MaxSize}");
            if ((ProtocolText.ProblemIn(team.Department) ?? ProtocolText.ProblemIn(team.Skill)) is { } problem)
                throw new ProtocolException($"a team's department or skill holds {problem}");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new ProtocolException(otherwise);
    }
}
