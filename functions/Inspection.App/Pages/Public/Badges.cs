using Inspection.App.Draws;

namespace Inspection.App.Pages;

/// <summary>The marks of the states that the public sees.</summary>
internal static class Badges
{
    public static Badge Of(PublicDrawState state) => state switch
    {
        PublicDrawState.Committed => new Badge(state, "clock", Tone.Calm),
        PublicDrawState.Drawn => new Badge(state, "dice", Tone.Calm),
        PublicDrawState.Closed => new Badge(state, "check", Tone.Good),
        PublicDrawState.Voided => new Badge(state, "ban", Tone.Bad),
        _ => new Badge(state, "alert", Tone.Warn),
    };
}
