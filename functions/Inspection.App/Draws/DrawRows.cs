using Inspection.App.Storage;

namespace Inspection.App.Draws;

/// <summary>
/// The keys of table <c>draws</c>. Everything lies in one partition, so that a draw's head changes in one transaction with
/// the rows that keep two draws apart:
/// <code>
/// draw ID      the head
/// open ID      there while the job AdvanceDraws has something to do for it
/// task ID      there while the task has a draw that is not voided: a task has one draw
/// plan ID      there until the drawn stand in the history: a plan's next roster leaves them out
/// fills ID BY  there while a supplementary draw that is not voided adds inspectors to a draw's teams
/// chain        the authority's last notice
/// </code>
/// </summary>
internal static class DrawRows
{
    public const string Table = "draws";
    public const string Partition = "draw";
    public const string Chain = "chain";
    public const string HeadPrefix = "draw ";
    public const string OpenPrefix = "open ";

    public static string Head(string id) => HeadPrefix + TableKey.Escape(id);

    public static string Task(string id) => "task " + TableKey.Escape(id);

    public static string Plan(string id) => "plan " + TableKey.Escape(id);

    /// <summary>What the rows of all supplementary draws of a draw begin with.</summary>
    public static string FillsPrefix(string id) => $"fills {TableKey.Escape(id)} ";

    /// <summary>The id in an <c>open</c> row's key.</summary>
    public static string OpenId(string row) => TableKey.Unescape(row[OpenPrefix.Length..]);

    /// <summary>The rows that a draw holds beside its head, as its state asks.</summary>
    public static IReadOnlyList<string> HeldBy(DrawHead head)
    {
        var rows = new List<string>();
        if (head.State is DrawState.Requested or DrawState.Committed || head.IsUnannounced)
            rows.Add(OpenPrefix + TableKey.Escape(head.Id));
        if (head.State != DrawState.Voided)
            rows.Add(Task(head.TaskId));
        if (head is { PlanId.Length: > 0, IsInHistory: false } && head.State != DrawState.Voided)
            rows.Add(Plan(head.PlanId));
        if (head.Supplements.Length > 0 && head.State != DrawState.Voided)
            rows.Add(FillsPrefix(head.Supplements) + TableKey.Escape(head.Id));
        return rows;
    }
}
