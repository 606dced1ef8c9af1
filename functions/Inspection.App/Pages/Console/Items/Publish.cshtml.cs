using Inspection.App.Directory;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Publishes or withdraws several items, after it said which.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class ItemPublishModel(CheckItemStore store, Words words) : PageModel
{
    /// <summary>Whether they are published, or withdrawn.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Published { get; set; }

    /// <summary>The items' codes.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>Those that are to be changed; the others are so already.</summary>
    public IReadOnlyList<CheckItem> Items { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        foreach (var item in Items)
        {
            var saved = await store.SaveAsync(item with { Published = Published }, item.ETag, cancellation);
            if (saved.IsRefused(out var refusal))
            {
                await LoadAsync(cancellation);
                return this.Refuse(refusal);
            }
        }

        return this.Done("/console/items", Published
            ? words[$"已公布 {Items.Count} 个事项。", $"{Items.Count} items are published."]
            : words[$"已撤下 {Items.Count} 个事项。", $"{Items.Count} items are withdrawn."]);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var items = new List<CheckItem>();
        foreach (var code in Codes.Distinct(StringComparer.Ordinal))
        {
            if (await store.GetAsync(code, cancellation) is { } item && item.Published != Published)
                items.Add(item);
        }

        Items = items;
    }
}
