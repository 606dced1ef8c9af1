using Inspection.App.Results;

namespace Inspection.App.Pages.Console;

/// <summary>The marks of where a result and an objection stand.</summary>
internal static class ResultBadges
{
    public static Badge Of(ResultState state) => state switch
    {
        ResultState.Draft => new Badge(state, "pen", Tone.Quiet),
        ResultState.Submitted => new Badge(state, "clock", Tone.Calm),
        ResultState.Returned => new Badge(state, "back", Tone.Warn),
        ResultState.Approved => new Badge(state, "check", Tone.Good),
        _ => new Badge(state, "globe", Tone.Good),
    };

    public static Badge Of(ObjectionState state) => state switch
    {
        ObjectionState.Received => new Badge(state, "flag", Tone.Warn),
        ObjectionState.UnderReview => new Badge(state, "clock", Tone.Calm),
        ObjectionState.Upheld => new Badge(state, "check", Tone.Good),
        _ => new Badge(state, "minus", Tone.Quiet),
    };
}
