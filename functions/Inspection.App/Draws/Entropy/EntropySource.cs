using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Draws;

/// <summary>Plans the randomness of a draw, and fetches it once it is there.</summary>
internal sealed class EntropySource(
    IBeacon beacon, Ceremony ceremony, ContributionStore contributions, IOptions<DrawOptions> options, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Why no draw can be made with this kind of randomness here, or null.</summary>
    public Refusal? ProblemWith(EntropyKind kind) => kind switch
    {
        EntropyKind.None when !(options.Value.AllowUnproven ?? environment.IsDevelopment()) => Refusal.Conflict(
            "entropy-unproven",
            $"entropy none proves nothing and is refused; let the task draw by a ceremony or drand, or set {DrawOptions.Section}:{nameof(DrawOptions.AllowUnproven)} for a demonstration"),
        EntropyKind.Drand => beacon.WhyUnavailable,
        _ => null,
    };

    /// <summary>What the notice promises, and from when on it is fixed, where that is known beforehand.</summary>
    public (EntropyPlan Plan, DateTimeOffset? FixedAt) PlanFor(TaskEntropy entropy, DateTimeOffset committedAt)
    {
        switch (entropy.Kind)
        {
            case EntropyKind.Ceremony:
                return (new CeremonyPlan(entropy.Digits ?? TaskEntropy.DefaultDigits, entropy.Witnesses!), null);
            case EntropyKind.Drand:
                var round = beacon.RoundAfter(committedAt.AddMinutes(options.Value.BeaconDelayMinutes));
                return (new DrandPlan(beacon.Chain, round), beacon.TimeOf(round));
            default:
                return (new NoEntropyPlan(), committedAt);
        }
    }

    /// <summary>The randomness of a committed draw, or why it is not there yet.</summary>
    public async Task<Outcome<EntropyEvidence>> FindAsync(DrawHead head, EntropyPlan plan, CancellationToken cancellation)
    {
        head = await ceremony.FixAsync(head, cancellation);
        if (!head.IsEntropyFixed(clock.GetUtcNow()))
        {
            return Refusal.Conflict("entropy-not-out", head.EntropyAt is { } at
                ? $"the beacon's round comes at {at:yyyy-MM-dd'T'HH:mm:ss'Z'}; reveal then, or wait, it is done by itself"
                : "not every witness has contributed; reveal once all have, or wait, it is done by itself");
        }

        return plan switch
        {
            CeremonyPlan promised => new CeremonyEntropy([.. promised.Witnesses.Zip(
                await contributions.OpenAsync(head.Id, cancellation), static (name, value) => new Contribution(name, value))]),
            DrandPlan promised => await OfBeaconAsync(promised, cancellation),
            _ => new NoEntropy(),
        };
    }

    private async Task<Outcome<EntropyEvidence>> OfBeaconAsync(DrandPlan plan, CancellationToken cancellation)
    {
        var answer = await beacon.TryGetAsync(plan.Round, cancellation);
        return answer.Evidence is { } evidence
            ? evidence
            : Refusal.Conflict("beacon-silent", $"round {plan.Round} cannot be had yet ({answer.State}: {answer.Detail}); it is asked for again every minute");
    }
}
