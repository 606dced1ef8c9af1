namespace Inspection.Drawing;

/// <summary>
/// The notice (抽取公告): the public commitment to roster, rules and secret, made before the randomness exists
/// (<c>PROTOCOL.md</c> section 3). A notice that exists keeps every bound of that section.
/// </summary>
public sealed class Notice
{
    /// <summary>The file's name in a package.</summary>
    public const string FileName = "notice.json";

    /// <summary>The protocol that this library follows.</summary>
    public const string Protocol = "double-random/1";

    /// <summary>Makes the notice that says these terms.</summary>
    /// <exception cref="ProtocolException">A bound is broken; the message says which and what to do.</exception>
    public Notice(NoticeTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        NoticeRules.Check(terms);
        Terms = terms;
        File = NoticeJson.Write(terms);
        Hash = Digest.Of(File.Span);
    }

    /// <summary>What the notice says.</summary>
    public NoticeTerms Terms { get; }

    /// <summary>The bytes of <c>notice.json</c>.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary><c>noticeHash = SHA256(notice.json)</c></summary>
    public Digest Hash { get; }

    /// <summary>Reads <c>notice.json</c>.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical, or a bound is broken.</exception>
    public static Notice Parse(ReadOnlySpan<byte> file)
    {
        var reader = new CanonicalReader(file, FileName);
        var notice = new Notice(NoticeJson.Read(ref reader));
        reader.End();
        if (!file.SequenceEqual(notice.File.Span))
            throw new ProtocolException($"{FileName}: the bytes are not the canonical form of what they say");
        return notice;
    }
}
