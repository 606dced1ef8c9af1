using Azure;
using Inspection.App.Languages;
using Inspection.App.Outcomes;
using Newtonsoft.Json;

namespace Inspection.App.Results;

/// <summary>Where the revision stands that is being worked on.</summary>
public enum ResultState
{
    /// <summary>Being written by the team.</summary>
    [Label("草稿", "Draft")]
    Draft,

    /// <summary>Waits for the review of somebody who did not write it.</summary>
    [Label("待审核", "Waiting for review")]
    Submitted,

    /// <summary>Sent back by the reviewer with an opinion; the team goes on writing.</summary>
    [Label("已退回", "Returned")]
    Returned,

    /// <summary>Approved; it becomes public by itself, within seconds as a rule.</summary>
    [Label("已通过", "Approved")]
    Approved,

    /// <summary>In the public tables and in the ledger.</summary>
    [Label("已公示", "Published")]
    Published,
}

/// <summary>
/// The result of one visit: an enterprise that a draw selected, all items of its task. One row, each write of which makes a
/// step visible; every revision that was submitted is kept beside it as it was.
/// </summary>
public sealed record InspectionResult : IVersioned
{
    public required string DrawId { get; init; }

    public required string Uscc { get; init; }

    public required ResultState State { get; init; }

    /// <summary>Which revision is worked on, from 1; a correction after publication begins the next.</summary>
    public required int Revision { get; init; }

    /// <summary>Counts the writes of this row, from 1; set by the store.</summary>
    public int Version { get; init; }

    /// <summary>The number of the last submission, over all revisions; 0 before the first.</summary>
    public int Submission { get; init; }

    public required ResultTerms Terms { get; init; }

    /// <summary>
    /// Everybody who wrote on it, on earlier revisions too, since a correction begins with their words: none of them reviews it.
    /// </summary>
    public required IReadOnlyList<string> Recorders { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string SubmittedBy { get; init; } = "";

    public DateTimeOffset? SubmittedAt { get; init; }

    public string ReviewedBy { get; init; } = "";

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>The reviewer's words; never public.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>Why a published result is corrected, in words that become public; empty for the first revision.</summary>
    public string CorrectionReason { get; init; } = "";

    /// <summary>The reviewer who began the correction; empty for the first revision.</summary>
    public string CorrectionBy { get; init; } = "";

    /// <summary>The newest revision that is public; 0 where none is.</summary>
    public int PublishedRevision { get; init; }

    /// <summary>When the first revision became public.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The photos and documents; never public.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What became of problems that were pending, oldest first.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>What it is called in public.</summary>
    [JsonIgnore]
    public ResultId Id => new(DrawId, Uscc);

    /// <summary>Codes of the items whose problem is pending and was not settled by a follow-up.</summary>
    [JsonIgnore]
    public IEnumerable<string> OpenProblems => Terms.ItemsAfter(FollowUps)
        .Where(static item => item.Code == ResultCode.Pending).Select(static item => item.ItemCode);

    /// <summary>The version that was read; set by the store.</summary>
    internal ETag ETag { get; init; }

    ETag IVersioned.ETag => ETag;

    /// <summary>The result with one more who wrote on it.</summary>
    internal InspectionResult WrittenBy(string name) => Recorders.Contains(name) ? this : this with { Recorders = [.. Recorders, name] };
}

/// <summary>A photo or a document that backs a result. Its bytes are a blob named by their hash.</summary>
/// <param name="Sha256">The hash of the bytes: 64 hexadecimal digits.</param>
/// <param name="FileName">The name that the sender gave it.</param>
/// <param name="MediaType">What the bytes are, told by their content.</param>
/// <param name="Length">Bytes.</param>
/// <param name="AddedBy">Who sent it.</param>
/// <param name="AddedAt">When.</param>
public sealed record Evidence(
    string Sha256, string FileName, string MediaType, long Length, string AddedBy, DateTimeOffset AddedAt);

/// <summary>What became of a problem that was pending (<see cref="ResultCode.Pending"/>).</summary>
/// <param name="Number">Counts the follow-ups of a result, from 1.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="On">The day of the follow-up.</param>
/// <param name="Code">What it came to; still <see cref="ResultCode.Pending"/> while it is open.</param>
/// <param name="Disposal">What was done.</param>
/// <param name="Note">In words; never public.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record FollowUp(
    int Number, string ItemCode, DateOnly On, ResultCode Code, Disposal Disposal, string Note, string By, DateTimeOffset At)
{
    /// <summary>Whether the problem is settled by it.</summary>
    public bool IsClosed => Code != ResultCode.Pending;
}
