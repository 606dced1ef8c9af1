using Inspection.App.Oversight;

namespace Inspection.App.Pages.Console;

/// <summary>The marks of where leads and enterprises on the watch list stand.</summary>
internal static class OversightBadges
{
    public static Badge Of(LeadState state) => state switch
    {
        LeadState.Received => new Badge(state, "flag", Tone.Warn),
        LeadState.Confirmed => new Badge(state, "eye", Tone.Calm),
        LeadState.Inspected => new Badge(state, "check", Tone.Good),
        _ => new Badge(state, "minus", Tone.Quiet),
    };

    public static Badge Of(WatchState state) => state switch
    {
        WatchState.Warned => new Badge(state, "alert", Tone.Warn),
        WatchState.Proposed => new Badge(state, "question", Tone.Warn),
        WatchState.Listed => new Badge(state, "eye", Tone.Bad),
        _ => new Badge(state, "minus", Tone.Quiet),
    };
}
