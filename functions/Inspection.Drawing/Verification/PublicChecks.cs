namespace Inspection.Drawing;

/// <summary>The checks that anybody can make: quotas, membership, and an enterprise's own certificate.</summary>
internal sealed class PublicChecks(EvidenceAtHand evidence)
{
    public CheckResult Quotas()
    {
        var check = new Check("quotas");
        if (evidence.Notice.Lacks(Notice.FileName, out var missing))
            return check.NotPossible(missing);
        if (evidence.Seed is not { } seed)
            return check.NotPossible("the seed could not be derived");
        var sampling = evidence.Notice.Value!.Terms.Sampling;
        var wanted = sampling.Sizes.Zip(Drawing.Quotas.Compute(sampling, seed), static (c, quota) => (c.RiskClass, quota)).ToArray();
        if (evidence.PublicRecord.Value is { } stated && Mismatch(stated.Classes, wanted) is { } wrong)
            return check.Failed($"{PublicRecord.FileName}: {wrong}");
        if (evidence.Record.Value is { } record && Mismatch(record.Classes, wanted) is { } wrongRecord)
            return check.Failed($"{DrawRecord.FileName}: {wrongRecord}");
        return check.Passed(string.Join(", ", wanted.Select(static c => $"{c.RiskClass}: {c.quota}")));
    }

    public CheckResult Membership()
    {
        var check = new Check("membership");
        if (evidence.Membership.Problem is { } problem)
            return check.Failed(problem);
        if (evidence.Membership.Lacks(Drawing.Membership.FileName, out var missing)
            || evidence.PublicRecord.Lacks(PublicRecord.FileName, out missing)
            || evidence.Notice.Lacks(Notice.FileName, out missing))
        {
            return check.NotPossible(missing);
        }

        var (membership, stated, terms) =
            (evidence.Membership.Value!, evidence.PublicRecord.Value!, evidence.Notice.Value!.Terms);
        var quotas = stated.Classes.Sum(static c => (long)c.Quota);
        if (membership.Selected.Count != quotas)
            return check.Failed("drawn enterprises", membership.Selected.Count, $"{quotas}, the sum of the quotas");
        for (var i = 1; i < membership.Selected.Count; i++)
        {
            if (membership.Selected[i - 1].Uscc >= membership.Selected[i].Uscc)
                return check.Failed($"{membership.Selected[i].Uscc} does not stand after the code before it");
        }

        if (stated.Selected is { } list && !list.SequenceEqual(membership.Selected.Select(static m => m.Uscc)))
            return check.Failed($"the enterprises are not those that {PublicRecord.FileName} names");
        return membership.LeadsToRoot(terms.RosterRoot, terms.RosterSize)
            ? check.Passed($"{quotas} of {terms.RosterSize} on the roster were drawn; the proof leads to its root")
            : check.Failed($"the proof does not lead from the {quotas} enterprises to the root {terms.RosterRoot} of a roster of {terms.RosterSize}");
    }

    public CheckResult Certificate()
    {
        var check = new Check("certificate");
        if (evidence.Certificate.Problem is { } problem)
            return check.Failed(problem);
        if (evidence.Certificate.Lacks("a certificate", out var missing)
            || evidence.PublicRecord.Lacks(PublicRecord.FileName, out missing)
            || evidence.Notice.Lacks(Notice.FileName, out missing))
        {
            return check.NotPossible(missing);
        }

        var (certificate, stated, notice) =
            (evidence.Certificate.Value!, evidence.PublicRecord.Value!, evidence.Notice.Value!);
        if (certificate.Head.DrawId != notice.Terms.DrawId)
            return check.Failed("drawId", certificate.Head.DrawId, notice.Terms.DrawId);
        if (certificate.Head.NoticeHash != notice.Hash)
            return check.Failed("noticeHash", certificate.Head.NoticeHash, notice.Hash);
        if (certificate.RecordHash != stated.RecordHash)
            return check.Failed("recordHash", certificate.RecordHash, stated.RecordHash);
        return Lot(check, certificate, stated, notice.Terms);
    }

    private static CheckResult Lot(Check check, Certificate certificate, PublicRecord stated, NoticeTerms terms)
    {
        var salt = certificate.SaltBytes();
        var leaf = Formulas.Leaf(certificate.Uscc, Formulas.ClassSeal(salt, certificate.RiskClass));
        if (!AuditPath.LeadsToRoot(leaf, certificate.Index, terms.RosterSize, certificate.Path, terms.RosterRoot))
            return check.Failed($"code, class, salt and path do not lead to the root {terms.RosterRoot}: this enterprise was not on the roster in this class");
        var ticket = Formulas.Ticket(stated.Seed, salt);
        if (certificate.Ticket != ticket)
            return check.Failed("the ticket", certificate.Ticket, ticket);
        if (stated.Classes.FirstOrDefault(c => c.RiskClass == certificate.RiskClass) is not { } outcome)
            return check.Failed($"class {certificate.RiskClass} is not in {PublicRecord.FileName}");
        var drawn = outcome.Threshold is { } threshold && ticket <= threshold;
        if (certificate.Selected != drawn)
            return check.Failed("selected", certificate.Selected, drawn);
        if (stated.Selected is { } list && list.Contains(certificate.Uscc) != drawn)
            return check.Failed($"on the list of {PublicRecord.FileName}", !drawn, drawn);
        var withheld = stated.Selected is null ? "; the public list is withheld and was not compared" : "";
        return check.Passed((drawn
            ? $"{certificate.Uscc} was drawn: its ticket is at or below its class's threshold"
            : $"{certificate.Uscc} was not drawn: its ticket is above its class's threshold") + withheld);
    }

    private static string? Mismatch(IReadOnlyList<ClassOutcome> stated, (RiskClass RiskClass, int Quota)[] wanted)
    {
        if (!stated.Select(static c => c.RiskClass).SequenceEqual(wanted.Select(static c => c.RiskClass)))
            return $"the classes are {string.Join(", ", stated.Select(static c => c.RiskClass))}; the notice has {string.Join(", ", wanted.Select(static c => c.RiskClass))}";
        foreach (var (found, (riskClass, quota)) in stated.Zip(wanted))
        {
            if (found.Quota != quota)
                return $"class {riskClass}: got quota {found.Quota}, wanted {quota}";
            if (found.Threshold is null != (quota == 0))
                return $"class {riskClass}: a threshold stands exactly where the quota is over 0";
        }

        return null;
    }
}
