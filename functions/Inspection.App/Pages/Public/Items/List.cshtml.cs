using Inspection.App.Directory;
using Inspection.App.Outcomes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages;

/// <summary>The published check items, by the field of law.</summary>
internal sealed class ItemListModel(PublicItems items) : PageModel
{
    private const int Rows = 200;

    public Page<PublicItem> Items { get; private set; } = new([], null);

    public IEnumerable<IGrouping<string, PublicItem>> Fields => Items.Items.GroupBy(static item => item.Field);

    public async Task OnGetAsync(string? cursor, CancellationToken cancellation) =>
        Items = await items.ListAsync(Rows, cursor, cancellation);
}
