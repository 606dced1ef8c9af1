namespace Inspection.App.Pages;

/// <summary>A form that was sent and not taken, because nobody was signed in any more or somebody else was.</summary>
/// <param name="Address">Where it was sent to: path and query with the language, on this site.</param>
/// <param name="Fields">What was typed, in order.</param>
internal sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
