using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>A witness's address, shown once.</summary>
/// <param name="Witness">The witness.</param>
/// <param name="Link">The secret end of <c>/api/v1/contributions/</c>.</param>
public sealed record IssuedLink(string Witness, string Link);

/// <summary>What a witness is asked.</summary>
/// <param name="Witness">The witness's name.</param>
/// <param name="DrawId">The draw.</param>
/// <param name="Title">Its title.</param>
/// <param name="NoticeHash">The hash of its notice, which the witness may compare with the public one.</param>
/// <param name="Digits">How many digits to give.</param>
/// <param name="ContributedAt">When they came; null until then.</param>
public sealed record ContributionRequest(
    string Witness, string DrawId, string Title, string NoticeHash, int Digits, DateTimeOffset? ContributedAt)
{
    /// <summary>Whether the witness has given them.</summary>
    public bool IsContributed => ContributedAt is not null;
}

/// <summary>
/// The ceremony: each witness gives digits once, through a link of the witness's own. They stay closed, for the service's
/// people too, until all are in; that moment is written on the draw's head, and from then on they are opened together.
/// </summary>
internal sealed class Ceremony(DrawStore draws, DrawFiles files, ContributionStore contributions, TimeProvider clock)
{
    /// <summary>The rule that refuses a second value of a witness.</summary>
    public const string AlreadyContributedRule = "already-contributed";

    /// <summary>The notice's witnesses in its order, each with how far it is; none where the draw has no ceremony.</summary>
    public async Task<IReadOnlyList<Witness>> WitnessesAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (await PlanAsync(head, cancellation) is not { } plan)
            return [];
        var known = (await contributions.WitnessesAsync(head.Id, cancellation)).ToDictionary(static witness => witness.Index);
        return [.. plan.Witnesses.Select((name, index) => known.GetValueOrDefault(index) ?? new Witness(index, name, "", null))];
    }

    /// <summary>Links for the witnesses who have none yet; what the calendar committed has none until somebody asks.</summary>
    public async Task<Outcome<IReadOnlyList<IssuedLink>>> IssueAllAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (ProblemWith(head) is { } problem)
            return problem;
        var links = new List<IssuedLink>();
        foreach (var witness in await WitnessesAsync(head, cancellation))
        {
            if (!witness.HasLink && await contributions.IssueAsync(head.Id, witness, cancellation) is { } link)
                links.Add(new IssuedLink(witness.Name, link));
        }

        return links;
    }

    /// <summary>A new link for a witness who has given nothing yet; the one before ends.</summary>
    public async Task<Outcome<IssuedLink>> IssueAsync(DrawHead head, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (ProblemWith(head) is { } problem)
            return problem;
        if ((await WitnessesAsync(head, cancellation)).FirstOrDefault(witness => witness.Name == name) is not { } witness)
            return Refusal.NotFound($"draw {head.Id} has no witness {name}");
        if (witness.ContributedAt is not null)
            return AlreadyContributed(name);
        return await contributions.IssueAsync(head.Id, witness, cancellation) is { } link
            ? new IssuedLink(name, link)
            : Refusal.Stale($"{name} has contributed or got another link meanwhile; look at the draw again");
    }

    /// <summary>What the holder of a link is asked.</summary>
    public async Task<Outcome<ContributionRequest>> AskAsync(string link, CancellationToken cancellation)
    {
        if (await contributions.FindAsync(link, cancellation) is not var (drawId, witness)
            || await draws.FindAsync(drawId, cancellation) is not { } head
            || await PlanAsync(head, cancellation) is not { } plan)
        {
            return UnknownLink();
        }

        return new ContributionRequest(
            witness.Name, head.Id, head.Title, head.NoticeHash, plan.Digits, witness.ContributedAt);
    }

    /// <summary>Takes the value of the holder of a link.</summary>
    public async Task<Outcome<ContributionRequest>> ContributeAsync(string link, string value, CancellationToken cancellation)
    {
        if ((await AskAsync(link, cancellation)).IsRefused(out var refusal)
            || await contributions.FindAsync(link, cancellation) is not var (drawId, witness)
            || await draws.FindAsync(drawId, cancellation) is not { } head)
        {
            return refusal ?? UnknownLink();
        }

        var plan = (await PlanAsync(head, cancellation))!;
        if (head.State != DrawState.Committed)
            return Refusal.Conflict("not-committed", $"draw {head.Id} is {head.State}; it takes no contributions any more");
        if (witness.ContributedAt is not null)
            return AlreadyContributed(witness.Name);
        if (value.Length != plan.Digits || !value.All(char.IsAsciiDigit))
            return Refusal.Invalid("digits", $"exactly {plan.Digits} of the digits 0 to 9 are wanted");
        var now = clock.GetUtcNow();
        if (!await contributions.TryKeepAsync(drawId, witness with { ContributedAt = now }, value, cancellation))
            return AlreadyContributed(witness.Name);
        await FixAsync(head, cancellation);
        return new ContributionRequest(witness.Name, head.Id, head.Title, head.NoticeHash, plan.Digits, now);
    }

    /// <summary>Writes on the head that all values are in, where they are. From then on the draw cannot be voided undrawn.</summary>
    /// <returns>The head as it is then.</returns>
    public async Task<DrawHead> FixAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        while (head is { State: DrawState.Committed, EntropyAt: null }
            && await PlanAsync(head, cancellation) is { } plan
            && (await contributions.WitnessesAsync(head.Id, cancellation)).Count(witness => witness.ContributedAt is not null) == plan.Witnesses.Count)
        {
            var isFixed = head with { EntropyAt = clock.GetUtcNow() };
            if (await draws.ReplaceAsync(isFixed, cancellation) is { } replaced)
                return replaced;
            head = await draws.FindAsync(head.Id, cancellation) ?? throw new InvalidOperationException($"draw {head.Id} is gone");
        }

        return head;
    }

    private async Task<CeremonyPlan?> PlanAsync(DrawHead head, CancellationToken cancellation) =>
        head is { Entropy: EntropyKind.Ceremony, CommittedAt: not null }
            ? (await files.NoticeAsync(head, cancellation)).Terms.Entropy as CeremonyPlan
            : null;

    private static Refusal? ProblemWith(DrawHead head) => head.State == DrawState.Committed
        ? null
        : Refusal.Conflict("not-committed", $"draw {head.Id} is {head.State}; links are for a committed draw");

    private static Refusal UnknownLink() =>
        Refusal.NotFound("this link is not valid; a newer one may have taken its place, ask who gave it to you");

    private static Refusal AlreadyContributed(string name) =>
        Refusal.Conflict(AlreadyContributedRule, $"{name} has contributed; a value is given once and stays");
}
