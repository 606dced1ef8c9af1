using Inspection.App.Pages.Console;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>Numbers every form that is sent to the console, by which <see cref="FormOnce"/> knows one that comes twice.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormOnceTagHelper(TimeProvider time) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.PostContent.AppendHtml($"""<input type="hidden" name="{FormOnce.Field}" value="{FormOnce.Number(time.GetUtcNow())}">""");
    }
}
