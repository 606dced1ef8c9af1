namespace Inspection.App.Settings;

/// <summary>A record of settings, bound from one section of the configuration and checked before the app starts.</summary>
internal interface ISettings
{
    /// <summary>The section's name.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong with these settings, each with what would be right.</summary>
    IEnumerable<string> Problems();
}
