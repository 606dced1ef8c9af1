namespace Inspection.App.Pages;

/// <summary>One thing that happened, or is still ahead.</summary>
/// <param name="At">When; null where it is ahead and nobody knows.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">How it is meant.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">What that means.</param>
internal sealed record Happening(DateTimeOffset? At, string Icon, Tone Tone, string Title, string Text)
{
    public bool IsAhead { get; init; }

    /// <summary>Whether only the day is known.</summary>
    public bool IsDay { get; init; }
}
