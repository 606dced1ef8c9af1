using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Inspection.App.Pages;

/// <summary>
/// <c>&lt;qr text="https://…" label="…" /&gt;</c>: a QR code as a drawing inside the page, so that what it says, which may be a
/// secret, is in no address.
/// </summary>
[HtmlTargetElement("qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>What it is, for who cannot see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {rows.Count} {rows.Count}"));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent($"<path d=\"{PathOf(rows)}\"/>");
    }

    /// <summary>A bar for each run of dark squares; the light edge that readers want is part of the rows.</summary>
    private static string PathOf(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var start = x;
                while (x < rows[y].Length && rows[y][x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h{start - x}z");
            }
        }

        return path.ToString();
    }
}
