using Inspection.App.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>Passages that are said in one language: <c>&lt;zh&gt;…&lt;/zh&gt;&lt;en&gt;…&lt;/en&gt;</c>. Only the reader's remains.</summary>
[HtmlTargetElement("zh")]
[HtmlTargetElement("en")]
public sealed class LanguageTagHelper(Words words) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.TagName == "en" == (words.Language == Language.English))
            output.TagName = null;
        else
            output.SuppressOutput();
    }
}
