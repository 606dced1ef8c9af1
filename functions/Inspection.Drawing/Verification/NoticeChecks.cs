namespace Inspection.Drawing;

/// <summary>The checks of the notice and of the randomness.</summary>
internal sealed class NoticeChecks(EvidenceAtHand evidence)
{
    public CheckResult NoticeRules()
    {
        var check = new Check("notice-rules");
        if (evidence.Notice.Problem is { } problem)
            return check.Failed(problem);
        return evidence.Notice.Value is { } notice
            ? check.Passed($"draw {notice.Terms.DrawId}, attempt {notice.Terms.Attempt}: every bound holds, the bytes are canonical")
            : check.NotPossible("no notice is at hand");
    }

    public CheckResult NoticeHash()
    {
        var check = new Check("notice-hash");
        if (evidence.PublicRecord.Problem is { } problem)
            return check.Failed(problem);
        if (evidence.PublicRecord.Lacks(PublicRecord.FileName, out var missing))
            return check.NotPossible(missing);
        var stated = evidence.PublicRecord.Value!;
        if (evidence.NoticeFile is not { } file)
            return check.NotPossible("no notice is at hand");
        if (!stated.NoticeFile.Span.SequenceEqual(file))
            return check.Failed($"the notice in {PublicRecord.FileName} is not the package's");
        var hash = Digest.Of(file);
        return hash == stated.NoticeHash
            ? check.Passed(hash.ToString())
            : check.Failed("SHA-256 of the notice", stated.NoticeHash, hash);
    }

    /// <summary>
    /// Without a stamp the notice's own word can still be wrong: a beacon's round that was out before the notice was
    /// made proves that the randomness was known.
    /// </summary>
    public CheckResult CommittedBefore()
    {
        var check = new Check("committed-before");
        if (evidence.Notice.Lacks(Notice.FileName, out var missing))
            return check.NotPossible(missing);
        var notice = evidence.Notice.Value!;
        DateTimeOffset? revealed = evidence.Input.Stamp?.CeremonyOpened;
        if (notice.Terms.Entropy is DrandPlan drand)
        {
            if (ChainOf(drand.Chain) is not { } chain)
                return check.NotPossible($"the times of the beacon chain {drand.Chain} are not known here");
            try
            {
                revealed = chain.TimeOf(drand.Round);
            }
            catch (ProtocolException e)
            {
                return check.Failed(e.Message);
            }

            if (revealed <= notice.Terms.CommittedAt)
                return check.Failed($"round {drand.Round} was out at {revealed:u}, before the notice of {notice.Terms.CommittedAt:u}");
        }

        if (evidence.Input.Stamp is not { } stamp)
            return check.NotPossible("no outside time stamp of the notice is at hand");
        if (stamp.NoticeHash != notice.Hash)
            return check.Failed("the stamped hash", stamp.NoticeHash, notice.Hash);
        if (revealed is not { } at)
            return check.NotPossible("when the randomness came is not known here");
        return stamp.Time < at
            ? check.Passed($"stamped by {stamp.By} at {stamp.Time:u}, the randomness came at {at:u}")
            : check.Failed($"stamped by {stamp.By} at {stamp.Time:u}, when the randomness of {at:u} was out");
    }

    public CheckResult Entropy()
    {
        var check = new Check("entropy");
        if (evidence.Entropy.Problem is { } problem)
            return check.Failed(problem);
        if (evidence.Entropy.Lacks("the evidence", out var missing) || evidence.Notice.Lacks(Notice.FileName, out missing))
            return check.NotPossible(missing);
        var found = evidence.Entropy.Value!;
        if (found.ProblemFor(evidence.Notice.Value!.Terms.Entropy) is { } mismatch)
            return check.Failed(mismatch);
        if (evidence.PublicRecord.Value is { } stated && !stated.Entropy.ToFile().AsSpan().SequenceEqual(found.ToFile()))
            return check.Failed($"the evidence in {PublicRecord.FileName}", stated.Entropy.EntropyText, found.EntropyText);
        return check.Passed(found.Worth);
    }

    public CheckResult Beacon()
    {
        var check = new Check("beacon");
        if (evidence.Entropy.Lacks("the evidence", out var missing))
            return check.NotPossible(missing);
        if (evidence.Entropy.Value is not DrandEntropy drand)
            return check.NotPossible("this draw's randomness is no beacon's");
        if (ChainOf(drand.Chain) is not { } chain)
            return check.NotPossible($"the public key of the beacon chain {drand.Chain} is not known here");
        return BeaconSignature.Verify(chain, drand.Round, Convert.FromHexString(drand.Signature))
            ? check.Passed($"the signature is round {drand.Round}'s of chain {drand.Chain}")
            : check.Failed($"the signature is not round {drand.Round}'s of chain {drand.Chain}");
    }

    public CheckResult Seed()
    {
        var check = new Check("seed");
        if (evidence.Notice.Lacks(Notice.FileName, out var missing) || evidence.Entropy.Lacks("the evidence", out missing))
            return check.NotPossible(missing);
        var seed = evidence.Seed!.Value;
        if (evidence.PublicRecord.Value is { } stated && stated.Seed != seed)
            return check.Failed($"the seed in {PublicRecord.FileName}", stated.Seed, seed);
        return check.Passed(seed.ToString());
    }

    private BeaconChain? ChainOf(Digest hash) => evidence.Input.Chains.FirstOrDefault(chain => chain.Hash == hash);
}
