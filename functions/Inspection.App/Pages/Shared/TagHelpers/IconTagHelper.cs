using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a drawing beside words, which readers of the screen leave out.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Icons icons) : TagHelper
{
    /// <summary>Its name in <c>images/icons.svg</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>Further classes, such as a tone.</summary>
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(icons.Draw(Name, Class));
    }
}

/// <summary>Draws icons from the one file that holds them all.</summary>
public sealed class Icons(IFileVersionProvider versions)
{
    private const string File = "/images/icons.svg";

    public IHtmlContent Draw(string name, string? classes = null)
    {
        var use = new TagBuilder("use") { Attributes = { ["href"] = $"{versions.AddFileVersionToPath(PathString.Empty, File)}#{name}" } };
        var icon = new TagBuilder("svg") { Attributes = { ["aria-hidden"] = "true", ["class"] = $"icon {classes}".TrimEnd() } };
        icon.InnerHtml.AppendHtml(use);
        return icon;
    }
}
