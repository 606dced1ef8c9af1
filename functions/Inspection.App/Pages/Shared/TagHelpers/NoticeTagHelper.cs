using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary><c>&lt;notice tone="Warn"&gt;…&lt;/notice&gt;</c>: what the reader should know before the rest.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Icons icons) : TagHelper
{
    public Tone Tone { get; set; } = Tone.Calm;

    /// <summary>Another icon than the tone's own.</summary>
    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"notice {Tone.ToClass()}");
        output.PreContent.AppendHtml(icons.Draw(Icon ?? Tone.ToIcon())).AppendHtml("<div>");
        output.PostContent.AppendHtml("</div>");
    }
}
