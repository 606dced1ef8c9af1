using Inspection.App.Languages;

namespace Inspection.App.Pages.Console;

/// <summary>A step of writing a task.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Title">What it is about.</param>
internal sealed record DraftStep(string Name, Saying Title)
{
    public static readonly DraftStep Scope = new("scope", new Saying("Scope", "范围"));
    public static readonly DraftStep LeftOut = new("left-out", new Saying("Who is left out", "排除"));
    public static readonly DraftStep Sampling = new("sampling", new Saying("Sampling", "抽取比例"));
    public static readonly DraftStep Teams = new("teams", new Saying("Teams", "派员"));
    public static readonly DraftStep Randomness = new("randomness", new Saying("Randomness", "随机数"));
    public static readonly DraftStep Check = new("check", new Saying("Check and submit", "核对提交"));

    /// <summary>All, in their order.</summary>
    public static IReadOnlyList<DraftStep> All { get; } = [Scope, LeftOut, Sampling, Teams, Randomness, Check];

    /// <summary>The step after this one; the last has none.</summary>
    public DraftStep? Next => All.SkipWhile(step => step != this).Skip(1).FirstOrDefault();

    public string PathOf(string draft) => $"/console/tasks/drafts/{draft}/{Name}";
}
