namespace Inspection.App.Pages;

/// <summary>One of several that can be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">What it means, where the label does not say; null where it does.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
