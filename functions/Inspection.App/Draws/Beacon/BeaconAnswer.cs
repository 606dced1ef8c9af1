using Inspection.Drawing;

namespace Inspection.App.Draws;

/// <summary>What came of asking for a round.</summary>
public enum BeaconState
{
    /// <summary>The round is out and its evidence can be trusted.</summary>
    Out,

    /// <summary>The round is not due, or no relay has it yet.</summary>
    NotOutYet,

    /// <summary>The relays gave different signatures and nothing tells which is right. A person must look.</summary>
    RelaysDisagree,

    /// <summary>Too few relays gave an answer that could be right.</summary>
    NoAnswer,
}

/// <summary>A round's evidence, or the reason why it is not there.</summary>
/// <param name="State">What came of asking.</param>
/// <param name="Evidence">The evidence; null in every state but <see cref="BeaconState.Out"/>.</param>
/// <param name="Detail">What the relays said, for a person; empty where the round is out.</param>
public sealed record BeaconAnswer(BeaconState State, DrandEntropy? Evidence, string Detail)
{
    public static BeaconAnswer Out(DrandEntropy evidence) => new(BeaconState.Out, evidence, "");

    public static BeaconAnswer Without(BeaconState state, string detail) => new(state, null, detail);
}
