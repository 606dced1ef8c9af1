using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>
/// Before a step that cannot be taken back: says what will happen and to how many, and has a phrase typed.
/// <code>
/// &lt;confirm for="Typed" phrase="@Model.Phrase"&gt;&lt;p&gt;…the notice is published and 212 enterprises can be drawn…&lt;/p&gt;&lt;/confirm&gt;
/// </code>
/// The page asks <see cref="TypedConfirmation.IsTyped"/> before it acts.
/// </summary>
[HtmlTargetElement("confirm")]
public sealed class ConfirmTagHelper(Words words, Icons icons) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>What is to be typed: a name, a number or a word that belongs to this very step.</summary>
    public string Phrase { get; set; } = "";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var parts = FieldParts.Of(View, For.Name, hasHint: false);
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "confirm");
        output.PreContent.AppendHtml("<h3>").AppendHtml(icons.Draw("alert", "bad")).Append(" ")
            .Append(words["这一步不能撤销", "This cannot be taken back"]).AppendHtml("</h3>");
        var field = new TagBuilder("div") { Attributes = { ["class"] = "field" } };
        var label = new TagBuilder("label") { Attributes = { ["for"] = parts.Id } };
        label.InnerHtml.Append(words[$"请输入“{Phrase}”以确认", $"Type “{Phrase}” to confirm"]);
        field.InnerHtml.AppendHtml(label);
        var input = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["id"] = parts.Id, ["name"] = name, ["autocomplete"] = "off", ["autocapitalize"] = "off", ["spellcheck"] = "false" },
        };
        foreach (var error in parts.Errors.Take(1))
        {
            var line = new TagBuilder("p") { Attributes = { ["id"] = parts.ErrorId, ["class"] = "field-error" } };
            line.InnerHtml.Append(error);
            field.InnerHtml.AppendHtml(line);
            (input.Attributes["aria-describedby"], input.Attributes["aria-invalid"]) = (parts.ErrorId, "true");
        }

        field.InnerHtml.AppendHtml(input);
        output.PostContent.AppendHtml(field);
    }
}
