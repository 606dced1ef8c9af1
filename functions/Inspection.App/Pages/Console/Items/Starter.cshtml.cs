using Inspection.App.Directory;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Puts the list that comes with the program into an empty directory.</summary>
[Authorize(Roles = DirectoryRoles.Keepers)]
internal sealed class ItemStarterModel(StarterCatalogue catalogue, CheckItemStore store, Words words) : PageModel
{
    public IReadOnlyList<CheckItem> Items { get; } = StarterCatalogue.Read();

    public bool IsEmpty { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => IsEmpty = !await store.ScanAsync(cancellation).AnyAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var count = await catalogue.LoadAsync(cancellation);
        return this.Done("/console/items", count > 0
            ? words[$"已放入 {count} 个事项，请逐项核对后修改。", $"{count} items are in the list. Check each of them."]
            : words["清单里已有事项，没有改动。", "The list holds items already; nothing was changed."]);
    }
}
