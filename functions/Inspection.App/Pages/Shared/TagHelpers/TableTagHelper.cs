using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>
/// Gives the parts of a table that becomes cards on a narrow screen the roles that browsers take away with the layout, so
/// that it stays a table to readers of the screen.
/// </summary>
[HtmlTargetElement("table", Attributes = "[class^=cards]")]
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TableTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var role = context.TagName switch
        {
            "table" => "table",
            "thead" or "tbody" => "rowgroup",
            "tr" => "row",
            "td" => "cell",
            _ => context.AllAttributes["scope"]?.Value?.ToString() == "row" ? "rowheader" : "columnheader",
        };
        output.Attributes.SetAttribute("role", role);
    }
}
