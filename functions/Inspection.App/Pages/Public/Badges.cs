using Inspection.App.Directory;
using Inspection.App.Draws;
using Inspection.App.Oversight;
using Inspection.App.Results;

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

    public static Badge Of(ItemCategory category) => category == ItemCategory.Key
        ? new Badge(category, "alert", Tone.Warn)
        : new Badge(category, "list", Tone.Quiet);

    public static Badge Of(ObjectionState state) => state switch
    {
        ObjectionState.Received => new Badge(state, "flag", Tone.Calm),
        ObjectionState.UnderReview => new Badge(state, "eye", Tone.Calm),
        ObjectionState.Upheld => new Badge(state, "check", Tone.Good),
        _ => new Badge(state, "minus", Tone.Quiet),
    };

    public static Badge Of(LeadState state) => state switch
    {
        LeadState.Received => new Badge(state, "flag", Tone.Calm),
        LeadState.Confirmed => new Badge(state, "list", Tone.Calm),
        LeadState.Inspected => new Badge(state, "check", Tone.Good),
        _ => new Badge(state, "minus", Tone.Quiet),
    };

    /// <summary>Only what was looked at and found in order is good; what could not be looked at is neither well nor ill.</summary>
    public static Badge Of(ResultCode code) => code switch
    {
        ResultCode.NoProblem => new Badge(code, "check", Tone.Good),
        ResultCode.Corrected => new Badge(code, "pen", Tone.Warn),
        ResultCode.Pending => new Badge(code, "clock", Tone.Bad),
        ResultCode.NotDisclosed or ResultCode.FalseDisclosure or ResultCode.Refused => new Badge(code, "cross", Tone.Bad),
        ResultCode.Unreachable => new Badge(code, "question", Tone.Warn),
        _ => new Badge(code, "minus", Tone.Quiet),
    };
}
