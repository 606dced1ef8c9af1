using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary><c>&lt;badge of="@Badges.Of(draw.State)" /&gt;</c>.</summary>
[HtmlTargetElement("badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BadgeTagHelper(Words words, Icons icons) : TagHelper
{
    public Badge Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {Of.Tone.ToClass()}");
        output.Content.AppendHtml(icons.Draw(Of.Icon)).Append(words.Of(Of.Label));
    }
}
