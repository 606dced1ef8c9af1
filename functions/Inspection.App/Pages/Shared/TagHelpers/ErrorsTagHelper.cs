using Inspection.App.Outcomes;
using Inspection.App.Pages.Console;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>
/// <c>&lt;errors /&gt;</c>, once above the forms of a page: everything that is wrong, each leading to its field, and the
/// focus with it. Nothing where nothing is wrong.
/// </summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(Words words, Icons icons) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = View.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (Field: entry.Key, error.ErrorMessage)) ?? []).Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice bad errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        var list = new TagBuilder("ul");
        foreach (var (field, text) in errors)
            list.InnerHtml.AppendHtml(Item(field, text));
        output.Content.AppendHtml(icons.Draw(Tone.Bad.ToIcon())).AppendHtml("<div><h2>")
            .Append(words["没有完成，请看下面的原因", "This was not done, for the reasons below"]).AppendHtml("</h2>").AppendHtml(list).AppendHtml(Rule()).AppendHtml("</div>");
    }

    // The rule's name is what the API, the audit log and the documents call it; an administrator is asked about it by it.
    // The public asks no administrator.
    private TagBuilder? Rule()
    {
        if (!View.HttpContext.Request.Path.StartsWithSegments("/console", StringComparison.Ordinal)
            || View.HttpContext.Features.Get<Refusal>() is not { } refusal)
            return null;
        var line = new TagBuilder("p") { Attributes = { ["class"] = "rule" } };
        line.InnerHtml.Append(words["规则：", "Rule: "]).AppendHtml("<code>").Append(refusal.Rule).AppendHtml("</code>");
        if (RefusalWords.WhereOf(refusal) is { } where)
        {
            var link = new TagBuilder("a") { Attributes = { ["href"] = View.HttpContext.Request.PathBase + where } };
            link.InnerHtml.Append(words["去修改", "Change it there"]);
            line.InnerHtml.Append(" · ").AppendHtml(link);
        }

        return line;
    }

    private static TagBuilder Item(string field, string text)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(text);
            return item;
        }

        var link = new TagBuilder("a") { Attributes = { ["href"] = $"#{TagBuilder.CreateSanitizedId(field, "_")}" } };
        link.InnerHtml.Append(text);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
