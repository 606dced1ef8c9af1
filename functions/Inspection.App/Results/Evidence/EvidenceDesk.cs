using System.Security.Cryptography;
using Inspection.App.Outcomes;
using Inspection.App.Security;
using Inspection.App.Storage;
using Microsoft.Extensions.Options;

namespace Inspection.App.Results;

/// <summary>Takes evidence in while a result is written, takes it back until it is submitted, and hands it to those who may see it.</summary>
internal sealed class EvidenceDesk(
    ResultLookup lookup, ResultReader reader, ResultStore results, EvidenceFiles files, IOptions<ResultOptions> options, TimeProvider clock)
{
    private const int MaxFileName = 150;

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
        if (content.Length is var length && (length == 0 || length > options.Value.EvidenceBytes))
            return Refusal.Invalid("evidence-size", $"the file has {length} bytes, not 1 to {options.Value.EvidenceBytes} (setting {ResultOptions.Section}:{nameof(ResultOptions.EvidenceMegabytes)})");
        if (EvidenceKind.Detect(content) is not { } kind)
            return Refusal.Invalid("evidence-type", $"this is none of the files that are taken as evidence; send {EvidenceKind.Wanted}");
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var evidence = new Evidence(sha256, CleanName(fileName, sha256, kind), kind.MediaType, length, actor.Name, clock.GetUtcNow());
        var written = await lookup.ChangeAsync(
            id, expected: null, actor, (visit, draft) => AddAsync(visit, draft, evidence, content, actor, cancellation), cancellation);
        return written.IsRefused(out var refusal) ? refusal : written.Value.Evidence.First(one => one.Sha256 == sha256);
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

    /// <summary>The name without folders and what no name can hold.</summary>
    private static string CleanName(string fileName, string sha256, EvidenceKind kind)
    {
        var name = string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(static c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        if (name.Length > MaxFileName)
            name = name[^MaxFileName..];
        return name.Length == 0 ? $"{sha256[..16]}.{kind.Extension}" : name;
    }

    private static Refusal NoEvidence(ResultId id, string sha256) => Refusal.NotFound($"the result {id} has no evidence {sha256}");
}
