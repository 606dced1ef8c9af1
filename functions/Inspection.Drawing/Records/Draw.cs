namespace Inspection.Drawing;

/// <summary>
/// A finished draw: from the notice, its materials and the evidence to every file of <c>PROTOCOL.md</c> section 8. The
/// same input gives the same bytes, on every machine and on any number of threads.
/// </summary>
public sealed class Draw
{
    private readonly MerkleTree tree;

    private Draw(Notice notice, DrawMaterials materials, MerkleTree tree, DrawRecord record, TeamRecord teams)
    {
        this.tree = tree;
        Notice = notice;
        Materials = materials;
        Record = record;
        Teams = teams;
        RecordFile = record.ToFile();
        TeamsFile = teams.ToFile();
    }

    /// <summary>The notice.</summary>
    public Notice Notice { get; }

    /// <summary>The key, the roster and the lists.</summary>
    public DrawMaterials Materials { get; }

    /// <summary>The record of the enterprises.</summary>
    public DrawRecord Record { get; }

    /// <summary>The record of the inspectors.</summary>
    public TeamRecord Teams { get; }

    /// <summary>The bytes of <c>record.json</c>.</summary>
    public ReadOnlyMemory<byte> RecordFile { get; }

    /// <summary>The bytes of <c>teams.json</c>.</summary>
    public ReadOnlyMemory<byte> TeamsFile { get; }

    /// <summary>Draws.</summary>
    /// <param name="notice">The published notice.</param>
    /// <param name="materials">What it committed to.</param>
    /// <param name="evidence">The randomness that came after it.</param>
    /// <param name="options">How the work is done.</param>
    /// <exception cref="ProtocolException">
    /// The materials are not those of the notice, or the evidence is not what it promised; nothing is drawn.
    /// </exception>
    public static Draw Run(Notice notice, DrawMaterials materials, EntropyEvidence evidence, WorkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(evidence);
        options ??= WorkOptions.Default;
        if (evidence.ProblemFor(notice.Terms.Entropy) is { } problem)
            throw new ProtocolException(problem);

        options.Progress?.Report("checking the roster against the notice");
        var tree = RosterTree.Build(materials.Roster, materials.Key, options);
        RequireCommitted(notice.Terms, materials, tree.Root);

        options.Progress?.Report("drawing the enterprises");
        var seed = Seed.Derive(notice.Hash, evidence);
        var selection = Selection.Draw(
            materials.Roster, materials.Key, seed, notice.Terms.Sampling, notice.Terms.Reserve, options);

        options.Progress?.Report("matching the inspectors");
        var (selected, reserves) = TeamMatch.Run(
            selection.Selected, selection.Reserves, materials.Inspectors, notice.Terms.Teams, options);

        var head = new RecordHead(notice.Terms.DrawId, notice.Hash);
        return new Draw(
            notice,
            materials,
            tree,
            new DrawRecord(head, evidence, seed, selection.Classes, selection.Selected, selection.Reserves),
            new TeamRecord(head, selected, reserves));
    }

    /// <summary>The public record.</summary>
    /// <param name="withSelected">Whether it names the drawn; the list may be withheld until the visits are over.</param>
    public PublicRecord ToPublic(bool withSelected) => new(
        Record.Classes,
        Record.Entropy,
        Notice.File,
        Notice.Hash,
        Digest.Of(RecordFile.Span),
        Record.Seed,
        withSelected ? [.. Record.Selected.Select(static lot => lot.Uscc).Order()] : null,
        Digest.Of(TeamsFile.Span));

    /// <summary>The membership of the drawn on the committed roster.</summary>
    public Membership ToMembership() => Membership.Create(
        Materials.Roster, Materials.Key, tree, Record.Selected.Select(static lot => lot.Uscc));

    /// <summary>The certificate of one enterprise.</summary>
    /// <exception cref="ProtocolException">The enterprise is not on the roster.</exception>
    public Certificate ToCertificate(UnifiedSocialCreditCode uscc) => Certificate.Create(
        Record, Digest.Of(RecordFile.Span), Materials.Roster, Materials.Key, tree, uscc);

    /// <summary>Writes <c>package.zip</c>, everything that an auditor needs.</summary>
    public void WritePackage(Stream stream) => PackageFile.Write(stream, this, PackageFile.AuditorEntries);

    /// <summary>Writes <c>open.zip</c>, what everybody may have of an open draw once it is closed.</summary>
    /// <exception cref="InvalidOperationException">The notice keeps the draw sealed.</exception>
    public void WriteOpenPackage(Stream stream)
    {
        if (Notice.Terms.Disclosure != Disclosure.Open)
            throw new InvalidOperationException("the notice says that this draw is sealed; its roster and key are never published");
        PackageFile.Write(stream, this, PackageFile.OpenEntries);
    }

    private static void RequireCommitted(NoticeTerms terms, DrawMaterials materials, Digest root)
    {
        if (materials.Roster.Size != terms.RosterSize || root != terms.RosterRoot)
        {
            throw new ProtocolException(
                $"the roster has {materials.Roster.Size} enterprises and root {root}; the notice committed to "
                + $"{terms.RosterSize} and {terms.RosterRoot}. Draw from the roster and key that the notice was made of.");
        }

        RequireSealed("excluded", materials.Excluded.Seal(materials.Key), terms.Excluded);
        RequireSealed("inspectors", materials.Inspectors.Seal(materials.Key), terms.Inspectors);
        var classes = terms.Sampling.Sizes.Where(static c => c.Size > 0);
        if (!classes.SequenceEqual(materials.Roster.Classes))
            throw new ProtocolException("the class sizes of the notice are not those of the roster");
    }

    private static void RequireSealed(string list, SealedList found, SealedList committed)
    {
        if (found != committed)
        {
            throw new ProtocolException(
                $"the {list} have {found.Size} rows and seal {found.Seal}; the notice committed to {committed.Size} and {committed.Seal}");
        }
    }
}
