namespace Inspection.Drawing;

/// <summary>What a notice commits to and keeps secret: the key, the roster and the two lists.</summary>
/// <param name="Key">The draw key.</param>
/// <param name="Roster">Who can be drawn.</param>
/// <param name="Excluded">Who was left out, and why.</param>
/// <param name="Inspectors">Who may serve.</param>
public sealed record DrawMaterials(DrawKey Key, Roster Roster, ExclusionList Excluded, InspectorList Inspectors)
{
    /// <summary>The roster's tree, and the terms of a notice that commits to these materials.</summary>
    /// <param name="terms">The other terms; its root, sizes and seals are replaced.</param>
    /// <param name="options">How the work is done.</param>
    /// <exception cref="ProtocolException">
    /// An enterprise is both excluded and on the roster, or the terms break a bound of <c>PROTOCOL.md</c> section 3.
    /// </exception>
    public Notice Commit(NoticeTerms terms, WorkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (ExcludedOnRoster() is { } both)
            throw new ProtocolException($"{both} is excluded and on the roster; it can only be one of the two");
        return new Notice(terms with
        {
            RosterRoot = RosterTree.Build(Roster, Key, options).Root,
            RosterSize = Roster.Size,
            Excluded = Excluded.Seal(Key),
            Inspectors = Inspectors.Seal(Key),
        });
    }

    /// <summary>The first enterprise that is both excluded and on the roster, or null.</summary>
    internal UnifiedSocialCreditCode? ExcludedOnRoster() =>
        Excluded.Items.FirstOrDefault(item => Roster.IndexOf(item.Uscc) >= 0)?.Uscc;
}
