using System.Diagnostics.CodeAnalysis;

namespace Inspection.Drawing;

/// <summary>The verifier's input, read once, and what several checks derive from it.</summary>
internal sealed class EvidenceAtHand
{
    public EvidenceAtHand(VerificationInput input, WorkOptions options)
    {
        Input = input;
        Options = options;
        PublicRecord = Reading<PublicRecord>.Of(input.PublicRecord, static file => Drawing.PublicRecord.Parse(file));
        NoticeFile = File(Drawing.Notice.FileName) ?? PublicRecord.Value?.NoticeFile.ToArray();
        Notice = Reading<Notice>.Of(NoticeFile, static file => Drawing.Notice.Parse(file));
        Entropy = File(EntropyEvidence.FileName) is { } entropy
            ? Reading<EntropyEvidence>.Of(entropy, static file => EntropyEvidence.Parse(file))
            : Reading<EntropyEvidence>.Of(PublicRecord.Value?.Entropy.ToFile(), static file => EntropyEvidence.Parse(file));
        Membership = Reading<Membership>.Of(input.Membership, static file => Drawing.Membership.Parse(file));
        Certificate = Reading<Certificate>.Of(input.Certificate, static file => Drawing.Certificate.Parse(file));
        Key = Reading<DrawKey>.Of(File(PackageFile.DrawKeyName), static file => DrawKey.ReadText(file));
        Roster = Reading<Roster>.Of(File(RosterFile.Name), static file => RosterFile.Read(new MemoryStream(file)));
        Excluded = Reading<ExclusionList>.Of(File(ExclusionList.FileName), ExclusionList.Parse);
        Inspectors = Reading<InspectorList>.Of(File(InspectorList.FileName), InspectorList.Parse);
        Record = Reading<DrawRecord>.Of(File(DrawRecord.FileName), static file => DrawRecord.Parse(file));
        Teams = Reading<TeamRecord>.Of(File(TeamRecord.FileName), static file => TeamRecord.Parse(file));
        if (Notice.Value is { } notice && Entropy.Value is { } evidence)
            Seed = Drawing.Seed.Derive(notice.Hash, evidence);
        if (Roster.Value is { } roster && Key.Value is { } key)
            Tree = RosterTree.Build(roster, key, options);
        if (CanDraw(out var problem))
            ExpectedSelection = Select(out problem);
        SelectionProblem = problem;
    }

    public VerificationInput Input { get; }

    public WorkOptions Options { get; }

    public byte[]? NoticeFile { get; }

    public Reading<Notice> Notice { get; }

    public Reading<EntropyEvidence> Entropy { get; }

    public Reading<PublicRecord> PublicRecord { get; }

    public Reading<Membership> Membership { get; }

    public Reading<Certificate> Certificate { get; }

    public Reading<DrawKey> Key { get; }

    public Reading<Roster> Roster { get; }

    public Reading<ExclusionList> Excluded { get; }

    public Reading<InspectorList> Inspectors { get; }

    public Reading<DrawRecord> Record { get; }

    public Reading<TeamRecord> Teams { get; }

    /// <summary>The seed that notice and evidence give.</summary>
    public Digest? Seed { get; }

    /// <summary>The tree that roster and key give.</summary>
    public MerkleTree? Tree { get; }

    /// <summary>The selection that notice, evidence, roster and key give.</summary>
    public Selection? ExpectedSelection { get; }

    /// <summary>Why there is no expected selection.</summary>
    public string? SelectionProblem { get; }

    /// <summary>A file of the package, or null.</summary>
    public byte[]? File(string name) => Input.Package.GetValueOrDefault(name);

    private bool CanDraw([NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (Roster.Lacks(RosterFile.Name, out problem) || Key.Lacks(PackageFile.DrawKeyName, out problem)
            || Notice.Lacks(Drawing.Notice.FileName, out problem) || Entropy.Lacks(EntropyEvidence.FileName, out problem))
        {
            return false;
        }

        if (!Notice.Value!.Terms.Sampling.Sizes.Where(static c => c.Size > 0).SequenceEqual(Roster.Value!.Classes))
            problem = "the class sizes of the notice are not those of the roster";
        return problem is null;
    }

    private Selection? Select(out string? problem)
    {
        problem = null;
        var terms = Notice.Value!.Terms;
        try
        {
            return Selection.Draw(Roster.Value!, Key.Value!, Seed!.Value, terms.Sampling, terms.Reserve, Options);
        }
        catch (ProtocolException e)
        {
            problem = e.Message;
            return null;
        }
    }
}
