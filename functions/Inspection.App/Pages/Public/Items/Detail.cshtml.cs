using Inspection.App.Directory;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>One check item in full.</summary>
internal sealed class ItemDetailModel(PublicItems items) : PageModel
{
    public PublicItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!TextRules.IsId(code) || await items.FindAsync(code, cancellation) is not { } item)
            return NotFound();
        Item = item;
        return Page();
    }

    /// <summary>What the list says of the item, each column with its name, those that are empty left out.</summary>
    public IEnumerable<(string Name, string Text)> Columns(Words words) => new[]
    {
        (words["抽查领域", "Field"], Item.Field),
        (words["监管主体", "Department"], Item.SupervisingBody),
        (words["监管对象", "Whom it concerns"], Item.Target),
        (words["监管措施", "Measure"], Item.Measure),
        (words["检查方式", "Method"], Item.Method),
        (words["抽查频次", "How often"], Item.Frequency),
        (words["监管依据", "Legal basis"], Item.LegalBasis),
        (words["处理方式", "What follows"], Item.Handling),
    }.Where(static column => column.Item2.Length > 0);
}
