using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary><c>&lt;when at="…" /&gt;</c> and <c>&lt;when on="…" /&gt;</c>: a moment with its zone, or a day, readable to programs too.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(Words words) : TagHelper
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? On { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (machine, person) = At is { } time
            ? (time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), words.Time(time))
            : (On!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), words.Day(On.Value));
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", machine);
        output.Content.SetContent(person);
    }
}
