using Inspection.App.Jobs;
using Inspection.App.Security;
using Microsoft.Extensions.Options;

namespace Inspection.App.Ledger.Stamps;

/// <summary>
/// The job that lets the ledger's head be seen outside: stamped by the authority and posted to the witnesses, each once
/// for a head. What failed is tried again at the next run. Two runs at once do no harm: the first stamp of a head stays.
/// </summary>
internal sealed class StampHead(
    ChainedLedger ledger, StampStore stamps, StampAuthority authority, Witnesses witnesses, IOptions<LedgerOptions> settings,
    IAuditLog audit, ILogger<StampHead> log)
    : IJob
{
    /// <summary>Every five minutes, so that a notice is stamped well before its randomness comes.</summary>
    public const string Cron = "0 */5 * * * *";

    private readonly LedgerOptions options = settings.Value;

    public string Name => nameof(StampHead);

    public string Schedule => Cron;

    public async Task<JobReport> RunAsync(CancellationToken cancellation)
    {
        if (options.StampAuthority is null && options.Witnesses.Count == 0)
            return JobReport.Complete("nobody outside is configured");
        if (await ledger.LastAsync(cancellation) is not { } head)
            return JobReport.Complete("the ledger is empty");
        var problems = await Task.WhenAll(
            [StampAsync(head, cancellation), .. options.Witnesses.Select(witness => PostAsync(witness, head, cancellation))]);
        var failed = problems.OfType<string>().ToList();
        return failed.Count == 0
            ? JobReport.Complete($"entry {head.Number} was seen outside")
            : JobReport.Incomplete(string.Join("; ", failed));
    }

    /// <returns>Why the head is not stamped; null where it is, or nobody stamps.</returns>
    private async Task<string?> StampAsync(LedgerEntry head, CancellationToken cancellation)
    {
        if (options.StampAuthority is not { } address || await stamps.GetAsync(head.Number, cancellation) is not null)
            return null;
        var stamp = await authority.StampAsync(address, head.Head, cancellation);
        if (stamp.IsRefused(out var refusal))
        {
            log.LogWarning("Ledger entry {Number} is not stamped by {Authority}: {Problem}", head.Number, address, refusal.Detail);
            return $"entry {head.Number} is not stamped by {address}: {refusal.Detail}";
        }

        await stamps.AddAsync(stamp.Value, cancellation);
        await audit.WriteAsync(Actor.Calendar, Name, $"ledger/{head.Number}", cancellation: cancellation);
        return null;
    }

    /// <returns>Why the witness has not taken the head; null where it has.</returns>
    private async Task<string?> PostAsync(Uri witness, LedgerEntry head, CancellationToken cancellation)
    {
        var receipt = await witnesses.PostAsync(witness, head, cancellation);
        if (receipt.Outcome == WitnessOutcome.Accepted)
            return null;
        log.LogWarning("Witness {Witness} has not taken ledger entry {Number}: {Answer}", witness, head.Number, receipt.Answer);
        return $"{witness} has not taken entry {head.Number}: {receipt.Answer}";
    }
}
