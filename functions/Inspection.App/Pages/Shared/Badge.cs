namespace Inspection.App.Pages;

/// <summary>A mark of state: a label with an icon, in a tone.</summary>
/// <param name="Label">The member of an enum whose label is shown.</param>
/// <param name="Icon">The icon's name in <c>images/icons.svg</c>.</param>
/// <param name="Tone">How it is meant.</param>
public sealed record Badge(Enum Label, string Icon, Tone Tone);
