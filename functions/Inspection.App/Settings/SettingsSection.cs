namespace Inspection.App.Settings;

/// <summary>A section of settings that the app has, to be shown.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Type">The record that it is bound to.</param>
/// <param name="Read">Gives the record as it is in force.</param>
internal sealed record SettingsSection(string Name, Type Type, Func<object> Read);
