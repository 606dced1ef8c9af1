using Inspection.App.Settings;

namespace Inspection.App.Pages;

/// <summary>What the pages say of whoever runs the service (section <c>Portal</c>).</summary>
public sealed record PortalOptions : ISettings
{
    public static string Section => "Portal";

    /// <summary>Where people turn to, in words, such as an office with its telephone number and hours; empty where nowhere.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The same as a link: https, mailto or tel; empty where none.</summary>
    public string ContactLink { get; init; } = "";

    public IEnumerable<string> Problems()
    {
        if (ContactLink.Length > 0
            && !(Uri.TryCreate(ContactLink, UriKind.Absolute, out var link) && link.Scheme is "https" or "mailto" or "tel"))
        {
            yield return $"{Section}:{nameof(ContactLink)} is '{ContactLink}'; it begins with https:, mailto: or tel:, or is empty";
        }

        if (ContactLink.Length > 0 && Contact.Length == 0)
            yield return $"{Section}:{nameof(Contact)} is empty; it is the text of the link {Section}:{nameof(ContactLink)}";
    }
}
