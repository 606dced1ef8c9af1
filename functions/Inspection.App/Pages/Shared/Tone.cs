namespace Inspection.App.Pages;

/// <summary>How a mark or a notice is meant. It is never said by the colour alone: an icon and words go with it.</summary>
public enum Tone
{
    Quiet,
    Calm,
    Good,
    Warn,
    Bad,
}

internal static class Tones
{
    /// <summary>The tone's class in the stylesheet.</summary>
    public static string ToClass(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Calm => "calm",
        _ => "quiet",
    };

    /// <summary>The icon of a notice in this tone.</summary>
    public static string ToIcon(this Tone tone) => tone switch
    {
        Tone.Good => "check",
        Tone.Warn or Tone.Bad => "alert",
        _ => "info",
    };
}
