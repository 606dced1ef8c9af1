namespace Inspection.Drawing;

/// <summary>What ties a record to its notice.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="NoticeHash">SHA-256 of the notice.</param>
public sealed record RecordHead(string DrawId, Digest NoticeHash);
