using Inspection.App.Outcomes;
using Inspection.App.Security;

namespace Inspection.App.Draws;

/// <summary>Commits the draw of a task: all that the calendar needs to know of draws.</summary>
public interface ITaskDraws
{
    /// <summary>The rule that refuses where no enterprise is to be drawn.</summary>
    const string NobodyToDraw = "nobody-to-draw";

    /// <summary>Commits the task's draw. Of several calls at once one makes it; the others are refused.</summary>
    /// <returns>The draw's id, or why there is none.</returns>
    Task<Outcome<string>> CommitAsync(string taskId, Actor actor, CancellationToken cancellation);
}
