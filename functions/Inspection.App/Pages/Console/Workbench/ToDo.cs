namespace Inspection.App.Pages.Console;

/// <summary>One thing that waits for the reader.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Path">The page on which it is done, without the language.</param>
/// <param name="Detail">What else one should know; empty for nothing.</param>
/// <param name="DueOn">By when; null where there is no day.</param>
internal sealed record ToDo(string Title, string Path, string Detail = "", DateOnly? DueOn = null);

/// <summary>Things of one kind that wait.</summary>
/// <param name="Title">What is to be done with them.</param>
/// <param name="Tone">How pressing they are.</param>
/// <param name="Items">The first of them, the most pressing first.</param>
/// <param name="Count">How many there are, of those that were looked at.</param>
/// <param name="AllPath">Where all of them are; null where that is here.</param>
internal sealed record ToDoGroup(string Title, Tone Tone, IReadOnlyList<ToDo> Items, int Count, string? AllPath)
{
    private const int Shown = 8;

    public static ToDoGroup Of(string title, Tone tone, IReadOnlyList<ToDo> all, string? allPath) =>
        new(title, tone, [.. all.OrderBy(static one => one.DueOn ?? DateOnly.MaxValue).Take(Shown)], all.Count, allPath);
}

/// <summary>Finds what waits for an actor in one part of the work, by the same rules as its pages and the API.</summary>
internal interface IToDos
{
    /// <summary>Groups with nothing in them are left out by whoever asks.</summary>
    IAsyncEnumerable<ToDoGroup> OfAsync(Security.Actor actor, CancellationToken cancellation);
}
