using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary><c>&lt;empty title="…"&gt;…&lt;/empty&gt;</c>: that there is nothing, why, and what to do next.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper(Icons icons) : TagHelper
{
    public string Title { get; set; } = "";

    public string Icon { get; set; } = "search";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml(icons.Draw(Icon)).AppendHtml("<p><strong>").Append(Title).AppendHtml("</strong></p>");
    }
}
