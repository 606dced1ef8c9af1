namespace Inspection.Drawing;

/// <summary>
/// Makes every check of <c>PROTOCOL.md</c> section 9 that is possible with what is at hand. A check never throws: a file
/// that cannot be read fails the check that reads it, and checks that would need it are reported as not possible.
/// </summary>
public static class Verifier
{
    /// <summary>Verifies.</summary>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static VerificationReport Verify(VerificationInput input, WorkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var evidence = new EvidenceAtHand(input, options ?? WorkOptions.Default);
        var notice = new NoticeChecks(evidence);
        var publicRecord = new PublicChecks(evidence);
        var package = new PackageChecks(evidence);
        return new VerificationReport(
        [
            notice.NoticeRules(),
            notice.NoticeHash(),
            notice.CommittedBefore(),
            notice.Entropy(),
            notice.Beacon(),
            notice.Seed(),
            publicRecord.Quotas(),
            publicRecord.Membership(),
            package.Roster(),
            package.Excluded(),
            package.Inspectors(),
            package.Selection(),
            package.Teams(),
            package.RecordHead(),
            package.Hashes(),
            package.PublicSelected(),
            publicRecord.Certificate(),
        ]);
    }
}
