namespace Inspection.Drawing;

/// <summary>The checks of the whole result, for auditors, who hold the package.</summary>
internal sealed class PackageChecks(EvidenceAtHand evidence)
{
    public CheckResult Roster()
    {
        var check = new Check("roster");
        if ((evidence.Roster.Problem ?? evidence.Key.Problem) is { } problem)
            return check.Failed(problem);
        if (evidence.Tree is null || evidence.Roster.Lacks(RosterFile.Name, out var missing))
            return check.NotPossible("needs a package");
        if (evidence.Notice.Lacks(Notice.FileName, out missing))
            return check.NotPossible(missing);
        var (roster, terms) = (evidence.Roster.Value!, evidence.Notice.Value!.Terms);
        if (roster.Size != terms.RosterSize)
            return check.Failed("enterprises", roster.Size, terms.RosterSize);
        if (evidence.Tree.Root != terms.RosterRoot)
            return check.Failed("the root", evidence.Tree.Root, terms.RosterRoot);
        var sizes = terms.Sampling.Sizes.Where(static c => c.Size > 0);
        return sizes.SequenceEqual(roster.Classes)
            ? check.Passed($"{roster.Size} enterprises under the root {terms.RosterRoot}")
            : check.Failed("class sizes", Describe(roster.Classes), Describe(sizes));
    }

    public CheckResult Excluded()
    {
        var check = new Check("excluded");
        if (evidence.Excluded.Problem is { } problem)
            return check.Failed(problem);
        if (CannotSeal(evidence.Excluded.Lacks(ExclusionList.FileName, out var missing) ? missing : null) is { } lacking)
            return check.NotPossible(lacking);
        var list = evidence.Excluded.Value!;
        if (Mismatch(list.Seal(evidence.Key.Value!), evidence.Notice.Value!.Terms.Excluded) is { } mismatch)
            return check.Failed(mismatch);
        if (evidence.Roster.Lacks(RosterFile.Name, out missing))
            return check.NotPossible(missing);
        var both = list.Items.FirstOrDefault(item => evidence.Roster.Value!.IndexOf(item.Uscc) >= 0);
        return both is null
            ? check.Passed($"{list.Items.Count} were left out, none of them on the roster")
            : check.Failed($"{both.Uscc} is excluded ({both.Reason}) and on the roster");
    }

    public CheckResult Inspectors()
    {
        var check = new Check("inspectors");
        if (evidence.Inspectors.Problem is { } problem)
            return check.Failed(problem);
        if (CannotSeal(evidence.Inspectors.Lacks(InspectorList.FileName, out var missing) ? missing : null) is { } lacking)
            return check.NotPossible(lacking);
        var list = evidence.Inspectors.Value!;
        return Mismatch(list.Seal(evidence.Key.Value!), evidence.Notice.Value!.Terms.Inspectors) is { } mismatch
            ? check.Failed(mismatch)
            : check.Passed($"{list.Items.Count} could serve");
    }

    public CheckResult Selection()
    {
        var check = new Check("selection");
        if (!evidence.Record.IsAtHand)
            return check.NotPossible("needs a package");
        if (evidence.Record.Lacks(DrawRecord.FileName, out var missing))
            return check.NotPossible(missing);
        if (evidence.ExpectedSelection is not { } wanted)
            return check.NotPossible(evidence.SelectionProblem!);
        var record = evidence.Record.Value!;
        if (FirstDifference("selected", record.Selected, wanted.Selected) is { } selected)
            return check.Failed(selected);
        if (FirstDifference("reserves", record.Reserves, wanted.Reserves) is { } reserves)
            return check.Failed(reserves);
        if (FirstDifference("classes", record.Classes, wanted.Classes) is { } classes)
            return check.Failed(classes);
        if (evidence.PublicRecord.Value is { } stated && FirstDifference($"classes of {PublicRecord.FileName}", stated.Classes, wanted.Classes) is { } publicClasses)
            return check.Failed(publicClasses);
        return check.Passed($"{wanted.Selected.Count} drawn and {wanted.Reserves.Count} in reserve, as the tickets say");
    }

    public CheckResult Teams()
    {
        var check = new Check("teams");
        if (evidence.Teams.Problem is { } problem)
            return check.Failed(problem);
        if (!evidence.Teams.IsAtHand)
            return check.NotPossible("needs a package");
        if (evidence.Inspectors.Lacks(InspectorList.FileName, out var missing))
            return check.NotPossible(missing);
        if (evidence.ExpectedSelection is not { } selection)
            return check.NotPossible(evidence.SelectionProblem!);
        var (selected, reserves) = TeamMatch.Run(
            selection.Selected, selection.Reserves, evidence.Inspectors.Value!, evidence.Notice.Value!.Terms.Teams, evidence.Options);
        var teams = evidence.Teams.Value!;
        if ((FirstDifference("selected", teams.Selected, selected) ?? FirstDifference("reserves", teams.Reserves, reserves)) is { } difference)
            return check.Failed(difference);
        var shortage = selected.Sum(static visit => visit.Teams.Sum(static team => team.Shortage));
        return check.Passed($"{selected.Count} visits and {reserves.Count} in reserve have the inspectors that the credits give; {shortage} are short");
    }

    public CheckResult RecordHead()
    {
        var check = new Check("record-head");
        if (evidence.Record.Problem is { } problem)
            return check.Failed(problem);
        if (!evidence.Record.IsAtHand)
            return check.NotPossible("needs a package");
        if (evidence.Notice.Lacks(Notice.FileName, out var missing) || evidence.Entropy.Lacks(EntropyEvidence.FileName, out missing))
            return check.NotPossible(missing);
        var (record, notice) = (evidence.Record.Value!, evidence.Notice.Value!);
        var head = new RecordHead(notice.Terms.DrawId, notice.Hash);
        if (record.Head != head)
            return check.Failed($"{DrawRecord.FileName}", record.Head, head);
        if (evidence.Teams.Value is { } teams && teams.Head != head)
            return check.Failed($"{TeamRecord.FileName}", teams.Head, head);
        if (!record.Entropy.ToFile().AsSpan().SequenceEqual(evidence.Entropy.Value!.ToFile()))
            return check.Failed("the evidence", record.Entropy.EntropyText, evidence.Entropy.Value!.EntropyText);
        return record.Seed == evidence.Seed
            ? check.Passed($"draw {head.DrawId} under the notice {head.NoticeHash}")
            : check.Failed("the seed", record.Seed, evidence.Seed);
    }

    public CheckResult Hashes()
    {
        var check = new Check("hashes");
        if (evidence.File(DrawRecord.FileName) is not { } record)
            return check.NotPossible("needs a package");
        if (evidence.PublicRecord.Lacks(PublicRecord.FileName, out var missing))
            return check.NotPossible(missing);
        var stated = evidence.PublicRecord.Value!;
        if (Digest.Of(record) is var recordHash && recordHash != stated.RecordHash)
            return check.Failed("recordHash", stated.RecordHash, recordHash);
        if (evidence.File(TeamRecord.FileName) is not { } teams)
            return check.Passed($"recordHash; {TeamRecord.FileName} is not in this package");
        var teamsHash = Digest.Of(teams);
        return teamsHash == stated.TeamsHash
            ? check.Passed("recordHash and teamsHash")
            : check.Failed("teamsHash", stated.TeamsHash, teamsHash);
    }

    public CheckResult PublicSelected()
    {
        var check = new Check("public-selected");
        if (evidence.Tree is not { } tree)
            return check.NotPossible("needs a package");
        if (evidence.PublicRecord.Lacks(PublicRecord.FileName, out var missing) || evidence.Record.Lacks(DrawRecord.FileName, out missing))
            return check.NotPossible(missing);
        var drawn = evidence.Record.Value!.Selected.Select(static lot => lot.Uscc).Order().ToArray();
        var list = evidence.PublicRecord.Value!.Selected;
        if (list is null && evidence.Membership.Value is null)
            return check.NotPossible("the public list is withheld");
        if (list is not null && FirstDifference(PublicRecord.FileName, list, drawn) is { } difference)
            return check.Failed(difference);
        if (evidence.Membership.Value is { } membership && MembershipDifference(membership, drawn, tree) is { } wrong)
            return check.Failed(wrong);
        return check.Passed($"the {drawn.Length} that the record has");
    }

    private string? MembershipDifference(Membership found, UnifiedSocialCreditCode[] drawn, MerkleTree tree)
    {
        try
        {
            var wanted = Membership.Create(evidence.Roster.Value!, evidence.Key.Value!, tree, drawn);
            return FirstDifference(Membership.FileName, found.Selected, wanted.Selected)
                ?? FirstDifference($"proof of {Membership.FileName}", found.Proof, wanted.Proof);
        }
        catch (ProtocolException e)
        {
            return e.Message;
        }
    }

    private string? CannotSeal(string? missing) =>
        missing is not null || evidence.Key.Lacks(PackageFile.DrawKeyName, out missing)
            || evidence.Notice.Lacks(Notice.FileName, out missing) ? missing : null;

    private static string? Mismatch(SealedList found, SealedList committed) =>
        found.Size != committed.Size ? $"rows: got {found.Size}, wanted {committed.Size}"
        : found.Seal != committed.Seal ? $"the seal: got {found.Seal}, wanted {committed.Seal}"
        : null;

    private static string Describe(IEnumerable<ClassSize> sizes) =>
        string.Join(", ", sizes.Select(static c => $"{c.RiskClass}: {c.Size}"));

    private static string? FirstDifference<T>(string list, IReadOnlyList<T> found, IReadOnlyList<T> wanted)
    {
        for (var i = 0; i < Math.Min(found.Count, wanted.Count); i++)
        {
            var (got, want) = (Text(found[i]), Text(wanted[i]));
            if (got != want)
                return $"{list}, entry {i + 1}: got {got}, wanted {want}";
        }

        return found.Count == wanted.Count ? null : $"{list}: got {found.Count} entries, wanted {wanted.Count}";
    }

    private static string Text<T>(T entry) => entry is VisitTeams visit
        ? $"{visit.Uscc}: " + string.Join(" | ", visit.Teams.Select(static team =>
            $"{team.Department} {string.Join(' ', team.Inspectors)} short {team.Shortage} substitutes {string.Join(' ', team.Substitutes)}"))
        : entry?.ToString() ?? "";
}
