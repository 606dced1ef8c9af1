using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.Extensions.Options;

namespace Inspection.App.Results;

/// <summary>Takes evidence in while a result is written, takes it back until it is submitted, and hands it to those who may see it.</summary>
internal sealed class EvidenceDesk(
    ResultLookup lookup, ResultReader reader, ResultStore results, EvidenceFiles files, IOptions<ResultOptions> options, TimeProvider clock)
{
    /// <summary>Adds a file; the same bytes again are the same piece of evidence.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="fileName">The name that the sender gave.</param>
    /// <param name="content">The bytes; the stream can be sought.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Outcome<Evidence>> AddAsync(ResultId id, string fileName, Stream content, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        var input = await EvidenceInput.ReadAsync(
            fileName, content, options.Value.EvidenceBytes, $"{ResultOptions.Section}:{nameof(ResultOptions.EvidenceMegabytes)}", actor.Name, clock.GetUtcNow(), cancellation);
        if (input.IsRefused(out var unfit))
            return unfit;
        var evidence = input.Value;
        var written = await lookup.ChangeAsync(
            id, expected: null, actor, (visit, draft) => AddAsync(visit, draft, evidence, content, actor, cancellation), cancellation);
        return written.IsRefused(out var refusal) ? refusal : written.Value.Evidence.First(one => one.Sha256 == evidence.Sha256);
    }

    /// <summary>Takes a file back. Its bytes are deleted with the next submission; null where it is taken back.</summary>
    public async Task<Refusal?> RemoveAsync(ResultId id, string sha256, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var written = await lookup.ChangeAsync(
            id, expected: null, actor, (visit, draft) => RemoveAsync(visit, draft, sha256, actor, cancellation), cancellation);
        return written.Refusal;
    }

    private async Task<Outcome<InspectionResult?>> AddAsync(
        Visit visit, InspectionResult draft, Evidence evidence, Stream content, Actor actor, CancellationToken cancellation)
    {
        if (Recording.WriteProblem(visit, draft, actor) is { } problem)
            return problem;
        if (draft.Evidence.Any(one => one.Sha256 == evidence.Sha256))
            return draft;
        if (draft.Evidence.Count >= options.Value.EvidenceFiles)
            return Refusal.Conflict("evidence-files", $"a result has at most {options.Value.EvidenceFiles} files of evidence (setting {ResultOptions.Section}:{nameof(ResultOptions.EvidenceFiles)})");
        // Each time anew: a submission in between swept away what no result spoke of.
        await files.PutAsync(draft.Id, evidence, content, cancellation);
        return await results.ReplaceAsync(draft.WrittenBy(actor.Name) with { Evidence = [.. draft.Evidence, evidence] }, cancellation);
    }

    private async Task<Outcome<InspectionResult?>> RemoveAsync(
        Visit visit, InspectionResult draft, string sha256, Actor actor, CancellationToken cancellation)
    {
        if (Recording.WriteProblem(visit, draft, actor) is { } problem)
            return problem;
        var kept = draft.Evidence.Where(one => one.Sha256 != sha256).ToList();
        return kept.Count < draft.Evidence.Count
            ? await results.ReplaceAsync(draft.WrittenBy(actor.Name) with { Evidence = kept }, cancellation)
            : NoEvidence(draft.Id, sha256);
    }

    /// <summary>A file of the result as it is or as it was submitted before, open for reading.</summary>
    public async Task<Outcome<(Evidence Evidence, Blob Blob)>> OpenAsync(ResultId id, string sha256, Actor actor, CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(id, actor, cancellation);
        if (found.IsRefused(out var refusal))
            return refusal;
        var all = found.Value.Submissions.SelectMany(static submission => submission.Evidence).Concat(found.Value.Result.Evidence);
        return all.FirstOrDefault(one => one.Sha256 == sha256) is { } evidence
            ? (evidence, await files.OpenAsync(id, evidence, cancellation))
            : NoEvidence(id, sha256);
    }

    private static Refusal NoEvidence(ResultId id, string sha256) => Refusal.NotFound($"the result {id} has no evidence {sha256}");
}
