using System.Globalization;
using Azure;
using Inspection.App.Outcomes;
using Inspection.App.Planning;
using Inspection.App.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Enters a day over what the program ships, or takes the entry back.</summary>
[Authorize(Roles = Role.Administrator)]
internal sealed class HolidayEditModel(WorkingDays days, Words words) : PageModel
{
    /// <summary>The day in the address; null for a new entry.</summary>
    [FromRoute]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public HolidayForm Form { get; set; } = new();

    /// <summary>Whether an administrator entered the day; otherwise the program ships it or it is ordinary.</summary>
    public bool IsOwn { get; private set; }

    public Conflict? Conflict { get; private set; }

    public IEnumerable<Choice> Kinds => Enum.GetValues<DayKind>().Select(kind => new Choice(kind.ToString(), words.Of(kind)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Date is { } date)
            Form = await StoredAsync(date, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if ((Date ?? Form.Date) is not { } date)
            ModelState.AddModelError("Form.Date", words["请填写日期。", "Give the day."]);
        else if (ModelState.IsValid)
            return await SaveAsync(date, cancellation);
        return this.Invalid();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (Date is not { } date)
            return NotFound();
        if (await days.RemoveAsync(date, VersionOf(Form), cancellation) is not { } refusal)
            return this.Done($"/console/holidays?year={date.Year}", words["已撤回录入，恢复为软件自带的安排。", "The entry is taken back; the day is what the program ships."]);
        ModelState.Clear();
        Form = await StoredAsync(date, cancellation);
        return this.Refuse(refusal);
    }

    private async Task<IActionResult> SaveAsync(DateOnly date, CancellationToken cancellation)
    {
        var input = new DayInput(Form.Kind, Form.Name?.Trim() ?? "", Form.Source?.Trim() ?? "");
        if (input.ProblemOn(date) is { } problem)
            return this.Refuse(problem, ("date", "Form.Date"), ("text", input.Name.Length == 0 ? "Form.Name" : "Form.Source"));
        var saved = await days.SaveAsync(new SpecialDay(date, Form.Kind, input.Name, input.Source), VersionOf(Form), cancellation);
        if (!saved.IsRefused(out var refusal))
            return this.Done($"/console/holidays?year={date.Year}", words["已保存。期限从现在起按它计算。", "Saved. Terms are counted by it from now on."]);
        if (refusal.Kind == RefusalKind.Stale)
            Conflict = Conflict.Between(Form, await StoredAsync(date, cancellation), $"/console/holidays/edit/{date.ToString("O", CultureInfo.InvariantCulture)}", ModelState, words);
        return this.Refuse(refusal);
    }

    private async Task<HolidayForm> StoredAsync(DateOnly date, CancellationToken cancellation)
    {
        var own = await days.FindOwnAsync(date, cancellation);
        IsOwn = own is not null;
        var day = own?.Day ?? (await days.ReadAsync(cancellation)).Find(date);
        return new HolidayForm
        {
            Date = date, Kind = day?.Kind ?? DayKind.Holiday, Name = day?.Name, Source = day?.Source, Version = own?.ETag.ToString(),
        };
    }

    private static ETag? VersionOf(HolidayForm form) => form.Version is { } version ? new ETag(version) : null;
}
