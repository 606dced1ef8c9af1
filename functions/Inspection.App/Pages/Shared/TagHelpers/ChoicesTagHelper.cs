using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>
/// The boxes of a field of which several, or with <c>only-one</c> one, can be chosen; inside a <c>&lt;field group="true"&gt;</c>:
/// <code>
/// &lt;field for="Form.Roles" label="…" group="true"&gt;&lt;choices for="Form.Roles" options="@Model.Roles" /&gt;&lt;/field&gt;
/// </code>
/// As fields with <c>asp-for</c> do, it shows what was sent before what the page holds.
/// </summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoicesTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public IEnumerable<Choice> Options { get; set; } = [];

    public bool OnlyOne { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var chosen = Chosen(name).ToHashSet(StringComparer.Ordinal);
        output.TagName = null;
        foreach (var choice in Options)
            output.Content.AppendHtml(Box($"{TagBuilder.CreateSanitizedId(name, "_")}-{NextNumber()}", name, choice, chosen.Contains(choice.Value)));
    }

    // A field may have several groups of boxes, and no two elements of a page the same id.
    private int NextNumber()
    {
        var number = View.HttpContext.Items.TryGetValue(typeof(ChoicesTagHelper), out var last) ? (int)last! + 1 : 0;
        View.HttpContext.Items[typeof(ChoicesTagHelper)] = number;
        return number;
    }

    private TagBuilder Box(string id, string name, Choice choice, bool isChosen)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?>
        {
            ["type"] = OnlyOne ? "radio" : "checkbox", ["id"] = id, ["name"] = name, ["value"] = choice.Value,
        });
        if (isChosen)
            input.MergeAttribute("checked", "checked");
        var text = new TagBuilder("span");
        text.InnerHtml.Append(choice.Label);
        if (choice.Hint is not null)
        {
            var hint = new TagBuilder("span") { Attributes = { ["class"] = "hint" } };
            hint.InnerHtml.Append(choice.Hint);
            text.InnerHtml.AppendHtml(hint);
        }

        var label = new TagBuilder("label") { Attributes = { ["class"] = "choice", ["for"] = id } };
        label.InnerHtml.AppendHtml(input).AppendHtml(text);
        return label;
    }

    private IEnumerable<string> Chosen(string name)
    {
        if (View.ViewData.ModelState.TryGetValue(name, out var sent) && sent.RawValue is not null)
            return sent.RawValue is string[] values ? values : [sent.RawValue.ToString() ?? ""];
        // A form with nothing ticked sends nothing of the field.
        if (HttpMethods.IsPost(View.HttpContext.Request.Method) && View.HttpContext.Request.HasFormContentType)
            return [];
        return For.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable several => several.Cast<object>().Select(value => value.ToString() ?? ""),
            var one => [one.ToString() ?? ""],
        };
    }
}
