using System.Security.Cryptography;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.Drawing;
using Microsoft.Extensions.Options;

namespace Inspection.App.Draws;

/// <summary>
/// Takes a requested draw to its public notice. Each try prepares its own materials, with a key of its own; the one write
/// that makes head and chain name a notice decides which try counts. Until then a crash costs nothing but the try.
/// </summary>
internal sealed class DrawCommitter(
    DrawStore draws, DrawFiles files, DrawRequests requests, EligibilityService eligibility, Shortages shortages,
    EntropySource entropy, DrawAnnouncer announcer, IOptions<RuleOptions> rules, TimeProvider clock)
{
    /// <summary>Commits a requested draw, or goes on where it was left.</summary>
    /// <returns>The committed draw; or why there is none, and the draw is taken back.</returns>
    public async Task<Outcome<DrawHead>> CommitAsync(string id, IProgress<string> progress, CancellationToken cancellation)
    {
        if (await draws.FindAsync(id, cancellation) is not { } head)
            return Refusal.NotFound($"there is no draw {id}");
        using var span = DrawTelemetry.Begin("commit", id);
        if (head.State == DrawState.Requested)
        {
            var committed = await PrepareAsync(head, progress, cancellation);
            if (committed.IsRefused(out _))
                return committed;
            head = committed.Value;
        }

        progress.Report("publishing the notice");
        await files.TidyAsync(id, head.Preparation, cancellation);
        return await announcer.AnnounceAsync(head, cancellation);
    }

    private async Task<Outcome<DrawHead>> PrepareAsync(DrawHead head, IProgress<string> progress, CancellationToken cancellation)
    {
        var claim = await requests.ClaimAsync(head, cancellation);
        if (claim.IsRefused(out var refusal))
            return refusal;
        var task = claim.Value;
        progress.Report("reading the directories");
        try
        {
            var found = await FindAsync(head, task, progress, cancellation);
            if (ProblemWith(task, found) is { } problem)
                return await requests.WithdrawAsync(head, problem, cancellation);
            progress.Report("sealing the roster");
            var materials = new DrawMaterials(
                new DrawKey(RandomNumberGenerator.GetBytes(DrawKey.Size)), found.Roster!, found.Excluded, found.Inspectors);
            var preparation = RandomNumberGenerator.GetHexString(16, lowercase: true);
            using (DrawTelemetry.Begin("seal", head.Id))
                await files.WriteMaterialsAsync(head.Id, preparation, materials, cancellation);
            var prepared = head with { Preparation = preparation, Attempt = task.Attempt, RosterSize = materials.Roster.Size };
            return await NumberAsync(prepared, task, materials, found.Sampling!, cancellation);
        }
        catch (ProtocolException e)
        {
            return await requests.WithdrawAsync(head, Refusal.Conflict("protocol", e.Message), cancellation);
        }
    }

    private async Task<Eligibility> FindAsync(
        DrawHead head, InspectionTask task, IProgress<string> progress, CancellationToken cancellation)
    {
        using var span = DrawTelemetry.Begin("roster", head.Id);
        var found = head.Supplements.Length > 0
            ? await shortages.FindAsync(task, head.Supplements, cancellation)
            : await eligibility.FindAsync(task, progress, cancellation);
        span.Size("roster", found.Roster?.Size ?? 0);
        span.Size("excluded", found.Excluded.Items.Count);
        span.Size("inspectors", found.Inspectors.Items.Count);
        return found;
    }

    private static Refusal? ProblemWith(InspectionTask task, Eligibility found)
    {
        if (found.Roster is null || found.Sampling is null)
            return Refusal.Conflict(ITaskDraws.NobodyToDraw, "no enterprise can be drawn; look at the task's eligibility for the rules that leave them out");
        return task.Terms.Disclosure == Disclosure.Open && found.Roster.Classes.Count > 1
            ? Refusal.Conflict(
                "open-classes",
                $"an open draw would publish every enterprise's class, and this roster has {found.Roster.Classes.Count} classes; make the task sealed, or narrow it to one class")
            : null;
    }

    /// <summary>Numbers the notice in the authority's chain. Whoever finds the chain longer than it was tries again.</summary>
    private async Task<Outcome<DrawHead>> NumberAsync(
        DrawHead head, InspectionTask task, DrawMaterials materials, Sampling sampling, CancellationToken cancellation)
    {
        while (true)
        {
            var last = await draws.LastNoticeAsync(cancellation);
            var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
            var (plan, fixedAt) = entropy.PlanFor(task.Terms.Entropy, now);
            var notice = materials.Commit(NoticeDraft.Of(head, task, materials, sampling, plan, rules.Value, last.Hash, now));
            await files.WriteNoticeAsync(head.Id, head.Preparation, notice, cancellation);
            var committed = head with
            {
                State = DrawState.Committed,
                NoticeHash = notice.Hash.ToString(),
                Previous = last.Hash,
                CommittedAt = now,
                EntropyAt = fixedAt,
                IsUnannounced = true,
            };
            if (await draws.CommitAsync(committed, last, cancellation) is { } done)
            {
                DrawTelemetry.Count("committed");
                return done;
            }

            if (await draws.FindAsync(head.Id, cancellation) is not { } stored)
                return Refusal.NotFound($"draw {head.Id} was taken back meanwhile");
            if (stored.State != DrawState.Requested)
                return stored;
        }
    }
}
