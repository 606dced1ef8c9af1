using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>
/// <c>&lt;grouped code="…" /&gt;</c>: a long code in groups that the eye can follow. The gaps are drawn and not written, so
/// that it is copied, searched for and read aloud whole.
/// </summary>
[HtmlTargetElement("grouped", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CodeTagHelper : TagHelper
{
    private const int DigestLength = 64;

    public string Code { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "code");
        output.Attributes.SetAttribute("translate", "no");
        foreach (var group in Code.Chunk(Code.Length == DigestLength ? 8 : 4))
            output.Content.AppendHtml("<span>").Append(new string(group)).AppendHtml("</span>");
    }
}
