using System.IO.Pipelines;
using Inspection.App.Security;
using Inspection.App.Storage;
using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>
/// The files of a draw that are not public, as blobs:
/// <code>
/// draws/ID/PREPARATION/   notice.json roster.csv excluded.csv inspectors.csv key.bin escrow.bin
/// draws/ID/               entropy.json record.json teams.json package.zip public.json membership.json open.zip
/// </code>
/// A preparation is one process's try to commit. The head names the one that counts, so two that try at once never mix.
/// What follows from it is the same bytes whoever writes it.
/// </summary>
internal sealed class DrawFiles(IBlobStore blobs, IKeyProtector keys)
{
    public const string Package = "package.zip";
    public const string OpenPackage = "open.zip";

    private const string Key = "key.bin";
    private const string Escrow = "escrow.bin";

    /// <summary>Writes what a notice commits to.</summary>
    public async Task WriteMaterialsAsync(string id, string preparation, DrawMaterials materials, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(materials);
        var closed = keys.Protect(id, materials.Key);
        await PutAsync(In(id, preparation, Key), closed.Closed, cancellation);
        if (closed.Escrow is { } escrow)
            await PutAsync(In(id, preparation, Escrow), escrow, cancellation);
        await PutAsync(In(id, preparation, RosterFile.Name), stream => RosterFile.Write(materials.Roster, stream), cancellation);
        await PutAsync(In(id, preparation, ExclusionList.FileName), materials.Excluded.File, cancellation);
        await PutAsync(In(id, preparation, InspectorList.FileName), materials.Inspectors.File, cancellation);
    }

    public Task WriteNoticeAsync(string id, string preparation, Notice notice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return PutAsync(In(id, preparation, Notice.FileName), notice.File, cancellation);
    }

    /// <summary>Removes every preparation but the one that counts; all where it is empty.</summary>
    public async Task TidyAsync(string id, string preparation, CancellationToken cancellation)
    {
        var folder = $"draws/{id}/";
        var names = await blobs.ListAsync(folder, cancellation).Select(static blob => blob.Name).ToListAsync(cancellation);
        foreach (var name in names)
        {
            var rest = name[folder.Length..].Split('/');
            if (rest.Length == 2 && rest[0] != preparation)
                await blobs.DeleteAsync(name, cancellation);
        }
    }

    /// <summary>The notice of a committed draw.</summary>
    public async Task<Notice> NoticeAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        var notice = Notice.Parse(await ReadAsync(In(head.Id, head.Preparation, Notice.FileName), cancellation));
        return notice.Hash.ToString() == head.NoticeHash
            ? notice
            : throw new ProtocolException($"the stored notice of draw {head.Id} has hash {notice.Hash}, its head says {head.NoticeHash}");
    }

    public async Task<Roster> RosterAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        using var roster = await OpenAsync(In(head.Id, head.Preparation, RosterFile.Name), cancellation);
        return RosterFile.Read(roster.Content);
    }

    public async Task<InspectorList> InspectorsAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        return InspectorList.Parse(await ReadAsync(In(head.Id, head.Preparation, InspectorList.FileName), cancellation));
    }

    public async Task<DrawKey> KeyAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        return keys.Unprotect(head.Id, await ReadAsync(In(head.Id, head.Preparation, Key), cancellation));
    }

    public async Task<DrawMaterials> MaterialsAsync(DrawHead head, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new DrawMaterials(
            await KeyAsync(head, cancellation),
            await RosterAsync(head, cancellation),
            ExclusionList.Parse(await ReadAsync(In(head.Id, head.Preparation, ExclusionList.FileName), cancellation)),
            await InspectorsAsync(head, cancellation));
    }

    /// <summary>Keeps the first evidence that comes, for good; a draw is drawn by it alone.</summary>
    /// <returns>The evidence that is kept.</returns>
    public async Task<EntropyEvidence> KeepEvidenceAsync(string id, EntropyEvidence evidence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var name = At(id, EntropyEvidence.FileName);
        using var content = new MemoryStream(evidence.ToFile(), writable: false);
        await blobs.PutAsync(name, content, BlobCondition.Create, cancellation);
        return EntropyEvidence.Parse(await ReadAsync(name, cancellation));
    }

    /// <summary>Writes every file of a finished draw.</summary>
    public async Task WriteResultAsync(Draw draw, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var id = draw.Notice.Terms.DrawId;
        await PutAsync(At(id, DrawRecord.FileName), draw.RecordFile, cancellation);
        await PutAsync(At(id, TeamRecord.FileName), draw.TeamsFile, cancellation);
        await PutAsync(At(id, Package), draw.WritePackage, cancellation);
        await PutAsync(At(id, Membership.FileName), draw.ToMembership().ToFile(), cancellation);
        await PutAsync(At(id, PublicRecord.FileName), draw.ToPublic(withSelected: true).ToFile(), cancellation);
        if (draw.Notice.Terms.Disclosure == Disclosure.Open)
            await PutAsync(At(id, OpenPackage), draw.WriteOpenPackage, cancellation);
    }

    /// <summary>A file of a finished draw.</summary>
    public Task<byte[]> ResultAsync(string id, string file, CancellationToken cancellation) => ReadAsync(At(id, file), cancellation);

    /// <summary>A file of a finished draw, open for reading.</summary>
    public Task<Blob> OpenResultAsync(string id, string file, CancellationToken cancellation) => OpenAsync(At(id, file), cancellation);

    private static string At(string id, string file) => $"draws/{id}/{file}";

    private static string In(string id, string preparation, string file) => $"draws/{id}/{preparation}/{file}";

    private async Task<byte[]> ReadAsync(string name, CancellationToken cancellation)
    {
        using var blob = await OpenAsync(name, cancellation);
        return await blob.ReadAsync(cancellation);
    }

    private async Task<Blob> OpenAsync(string name, CancellationToken cancellation) =>
        await blobs.GetAsync(name, cancellation) ?? throw new InvalidOperationException($"blob {name} is gone; restore the store from a copy");

    private async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        await blobs.PutAsync(name, content, cancellation: cancellation);
    }

    /// <summary>Writes through a pipe, so that no large file is held in memory or laid down in the clear.</summary>
    private async Task PutAsync(string name, Action<Stream> write, CancellationToken cancellation)
    {
        var pipe = new Pipe();
        var writing = Task.Run(() => WriteTo(pipe.Writer, write), cancellation);
        await using (var content = pipe.Reader.AsStream())
            await blobs.PutAsync(name, content, cancellation: cancellation);
        await writing;
    }

    private static async Task WriteTo(PipeWriter pipe, Action<Stream> write)
    {
        Exception? failure = null;
        try
        {
            await using var stream = pipe.AsStream(leaveOpen: true);
            write(stream);
        }
        catch (Exception e)
        {
            // The reader must fail too, so that half a file is never stored.
            failure = e;
            throw;
        }
        finally
        {
            await pipe.CompleteAsync(failure);
        }
    }
}
