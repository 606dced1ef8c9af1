using Microsoft.Extensions.Options;

namespace Inspection.App.Ledger.Stamps;

/// <summary>
/// The job that lets the ledger's head be seen outside: stamped by the authority and posted to the witnesses, each once
/// for a head. What failed is tried again at the next run. Two runs at once do no harm: the first stamp of a head stays.
/// </summary>
public sealed class StampHead
{
    /// <summary>When it runs, in UTC: every five minutes.</summary>
    public const string Schedule = "0 */5 * * * *";

    private readonly ChainedLedger ledger;
    private readonly StampStore stamps;
    private readonly StampAuthority authority;
    private readonly Witnesses witnesses;
    private readonly LedgerOptions options;
    private readonly ILogger<StampHead> log;

    internal StampHead(
        ChainedLedger ledger,
        StampStore stamps,
        StampAuthority authority,
        Witnesses witnesses,
        IOptions<LedgerOptions> options,
        ILogger<StampHead> log)
    {
        this.ledger = ledger;
        this.stamps = stamps;
        this.authority = authority;
        this.witnesses = witnesses;
        this.options = options.Value;
        this.log = log;
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (options.StampAuthority is null && options.Witnesses.Count == 0)
            return;
        if (await ledger.LastAsync(cancellation) is not { } head)
            return;
        await Task.WhenAll([StampAsync(head, cancellation), .. options.Witnesses.Select(witness => PostAsync(witness, head, cancellation))]);
    }

    private async Task StampAsync(LedgerEntry head, CancellationToken cancellation)
    {
        if (options.StampAuthority is not { } address || await stamps.GetAsync(head.Number, cancellation) is not null)
            return;
        var stamp = await authority.StampAsync(address, head.Head, cancellation);
        if (stamp.IsRefused(out var refusal))
            log.LogWarning("Ledger entry {Number} is not stamped by {Authority}: {Problem}", head.Number, address, refusal.Detail);
        else
            await stamps.AddAsync(stamp.Value, cancellation);
    }

    private async Task PostAsync(Uri witness, LedgerEntry head, CancellationToken cancellation)
    {
        var receipt = await witnesses.PostAsync(witness, head, cancellation);
        if (receipt.Outcome != WitnessOutcome.Accepted)
            log.LogWarning("Witness {Witness} has not taken ledger entry {Number}: {Answer}", witness, head.Number, receipt.Answer);
    }
}
