using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inspection.App.Pages;

/// <summary>
/// A field with its label, hint and error; the control inside is told of both:
/// <code>
/// &lt;field for="Form.Name" label="@T["名称", "Name"]" hint="…"&gt;&lt;input asp-for="Form.Name" autocomplete="off"&gt;&lt;/field&gt;
/// &lt;field for="Form.Roles" label="…" group="true"&gt;…checkboxes…&lt;/field&gt;
/// </code>
/// With <c>group</c> it is a fieldset, for several controls under one name.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public bool Group { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[typeof(FieldParts)] = FieldParts.Of(View, For.Name, Hint is not null);
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var parts = (FieldParts)context.Items[typeof(FieldParts)];
        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field {output.Attributes["class"]?.Value}".TrimEnd());
        var label = new TagBuilder(Group ? "legend" : "label");
        label.InnerHtml.Append(Label);
        if (Group)
        {
            output.Attributes.SetAttribute("id", parts.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (parts.DescribedBy.Length > 0)
                output.Attributes.SetAttribute("aria-describedby", parts.DescribedBy);
        }
        else
        {
            label.Attributes["for"] = parts.Id;
        }

        output.PreContent.AppendHtml(label);
        if (Hint is not null)
            output.PreContent.AppendHtml(Line(parts.HintId, "hint", Hint));
        foreach (var error in parts.Errors.Take(1))
            output.PreContent.AppendHtml(Line(parts.ErrorId, "field-error", error));
    }

    private static TagBuilder Line(string id, string style, string text)
    {
        var line = new TagBuilder("p") { Attributes = { ["id"] = id, ["class"] = style } };
        line.InnerHtml.Append(text);
        return line;
    }
}

/// <summary>What a field and the control in it have in common.</summary>
internal sealed record FieldParts(string Id, IReadOnlyList<string> Errors, bool HasHint)
{
    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    /// <summary>The ids of what is to be read beside the label.</summary>
    public string DescribedBy => string.Join(' ', ((string[])[HasHint ? HintId : "", Errors.Count > 0 ? ErrorId : ""]).Where(id => id.Length > 0));

    public static FieldParts Of(ViewContext view, string name, bool hasHint)
    {
        var full = view.ViewData.TemplateInfo.GetFullHtmlFieldName(name);
        var errors = view.ViewData.ModelState[full]?.Errors.Select(error => error.ErrorMessage) ?? [];
        return new FieldParts(TagBuilder.CreateSanitizedId(full, "_"), [.. errors], hasHint);
    }
}

/// <summary>Tells the control of a <see cref="FieldTagHelper"/> of its hint and error.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!context.Items.TryGetValue(typeof(FieldParts), out var found) || found is not FieldParts parts)
            return;
        if (parts.DescribedBy.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", parts.DescribedBy);
        if (parts.Errors.Count > 0)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
