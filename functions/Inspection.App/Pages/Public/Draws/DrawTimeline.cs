using Inspection.App.Draws;
using Inspection.App.Planning;

namespace Inspection.App.Pages;

/// <summary>A draw from its notice to its end, in the order of time.</summary>
internal sealed class DrawTimeline(Words words, LocalTime local)
{
    public IReadOnlyList<Happening> Of(PublicDraw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var steps = new List<Happening>
        {
            new(draw.CommittedAt, "notice", Tone.Calm, words["发布抽取公告", "Notice published"],
                words["名单、规则和密钥从此固定，公告的哈希值写入公开台账。", "Roster, rules and key are fixed from here on; the notice's hash is in the public ledger."]),
        };
        steps.AddRange(Randomness(draw));
        steps.AddRange(Drawn(draw));
        steps.AddRange(draw.Replacements.Select(Replaced));
        steps.AddRange(Visits(draw));
        if (draw.VoidedAt is { } voided)
            steps.Add(new Happening(voided, "ban", Tone.Bad, words["作废", "Voided"], words["理由：", "Reason: "] + draw.VoidReason));
        return [.. steps.OrderBy(static step => step.At ?? DateTimeOffset.MaxValue)];
    }

    /// <summary>When the draw last went on.</summary>
    public static DateTimeOffset LastOf(PublicDraw draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return new[] { draw.CommittedAt, draw.DrawnAt, draw.ClosedAt, draw.VoidedAt }
            .Concat(draw.Replacements.Select(static replacement => (DateTimeOffset?)replacement.At))
            .Max()!.Value;
    }

    private IEnumerable<Happening> Randomness(PublicDraw draw)
    {
        if (draw.Entropy == EntropyKind.None)
            yield break;
        var title = words["公共随机数产生", "The public randomness came into being"];
        if (draw.EntropyAt is { } at)
        {
            yield return at <= local.Now
                ? new Happening(at, "dice", Tone.Calm, title, words["从此只能照它抽取。", "From here on the draw can only follow it."])
                : Ahead(at, "dice", words["公共随机数将产生", "The public randomness will come into being"], "");
        }
        else if (draw.State == PublicDrawState.Committed)
        {
            yield return Ahead(null, "dice", words["等待见证人开号", "Waiting for the witnesses"],
                words["全部见证人的数字公开以后随即抽取。", "The draw follows as soon as every witness's value is open."]);
        }
    }

    private IEnumerable<Happening> Drawn(PublicDraw draw)
    {
        if (draw.DrawnAt is { } at)
        {
            yield return new Happening(at, "list", Tone.Good, words["抽取完成", "Drawn"], DrawKind.IsOfEnterprises(draw)
                ? words[$"从 {words.Number(draw.RosterSize)} 户中抽取 {words.Number(draw.Selected)} 户。", $"{words.Number(draw.Selected)} of {words.Number(draw.RosterSize)} enterprises were drawn."]
                : words[$"为 {words.Number(draw.Selected)} 户随机抽取了检查人员。", $"Inspectors were drawn for {words.Number(draw.Selected)} enterprises."]);
        }
        else if (draw.State == PublicDrawState.Abandoned)
        {
            yield return new Happening(local.StartOf(draw.EndsOn.AddDays(1)), "alert", Tone.Warn, words["逾期未抽取", "Abandoned"],
                words["任务期限已过，公告过的抽取没有进行。", "The task's days are over and the announced draw was not made."]);
        }
        else if (draw.State == PublicDrawState.Committed)
        {
            yield return Ahead(null, "list", words["抽取", "Draw"], "");
        }
    }

    private IEnumerable<Happening> Visits(PublicDraw draw)
    {
        if (draw.ClosedAt is { } closed)
        {
            yield return new Happening(closed, "check", Tone.Good, words["检查结束", "Visits over"],
                words["此前保留的名单从此公开。", "A list that was withheld until then is public from here on."]);
        }
        else if (draw.State is PublicDrawState.Committed or PublicDrawState.Drawn)
        {
            yield return Ahead(local.StartOf(draw.EndsOn.AddDays(1)), "calendar", words["检查期限届满", "Last day of the visits"],
                words[$"检查期间：{words.Days(draw.StartsOn, draw.EndsOn)}。", $"Visits from {words.Days(draw.StartsOn, draw.EndsOn)}."]);
        }
    }

    private Happening Replaced(PublicReplacement replacement)
    {
        var who = replacement.Uscc.Length == 0 ? ""
            : replacement.ReplacedBy.Length == 0 ? words[$"检查对象 {replacement.Uscc}。", $"Enterprise {replacement.Uscc}."]
            : words[$"{replacement.Uscc} 由备选 {replacement.ReplacedBy} 替补。", $"{replacement.Uscc}; its place goes to the reserve {replacement.ReplacedBy}."];
        return new Happening(replacement.At, "swap", Tone.Warn, words.Of(replacement.Kind),
            words[$"原因：{words.Of(replacement.Reason)}。{who}", $"Reason: {words.Of(replacement.Reason)}. {who}"]);
    }

    private static Happening Ahead(DateTimeOffset? at, string icon, string title, string text) =>
        new(at, icon, Tone.Quiet, title, text) { IsAhead = true };
}
