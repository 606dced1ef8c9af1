using Inspection.App.Planning;
using Inspection.App.Publication;
using Inspection.App.Results;

namespace Inspection.App.Pages;

/// <summary>A result from its publication on: corrections, what became of problems, objections and their answers, in order.</summary>
internal sealed class ResultTimeline(Words words, LocalTime local)
{
    public IReadOnlyList<Happening> Of(PublicResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var visit = new Happening(local.StartOf(result.InspectedOn), "eye", Tone.Calm, words["检查", "Inspected"], words.Of(result.Method)) { IsDay = true };
        return [.. result.Revisions.Select(Published)
            .Concat(result.FollowUps.Select(follow => Followed(result, follow)))
            .Concat(result.Objections.SelectMany(Objected))
            .Prepend(visit)
            .OrderBy(static step => step.At)];
    }

    private Happening Published(PublicRevision revision) => revision.Number == 1
        ? new Happening(revision.PublishedAt, "file", Tone.Calm, words["公示", "Published"], "")
        : new Happening(
            revision.PublishedAt,
            "pen",
            Tone.Warn,
            words[$"更正（第 {revision.Number} 版）", $"Corrected (revision {revision.Number})"],
            words["理由：", "Reason: "] + revision.Reason);

    private Happening Followed(PublicResult result, PublicFollowUp follow)
    {
        var item = result.Items.FirstOrDefault(item => item.ItemCode == follow.ItemCode)?.ItemName ?? follow.ItemCode;
        return new Happening(
            local.StartOf(follow.On),
            follow.IsClosed ? "check" : "clock",
            follow.IsClosed ? Tone.Good : Tone.Warn,
            follow.IsClosed ? words["后续处理完毕", "Followed up and closed"] : words["后续处理", "Followed up"],
            $"{item}{words["：", ": "]}{words.Of(follow.Code)}{words["；", "; "]}{words.Of(follow.Disposal)}") { IsDay = true };
    }

    private IEnumerable<Happening> Objected(PublicObjection objection)
    {
        yield return new Happening(
            objection.ReceivedAt, "flag", Tone.Calm, words["企业提出异议", "The enterprise objected"], words["内容不公开。", "What it said is not public."]);
        if (objection.AnsweredAt is { } at)
            yield return new Happening(at, "check", Tone.Calm, words["异议已答复：", "Objection answered: "] + words.Of(objection.State), objection.Answer);
    }
}
