using Inspection.App.Security;
using Inspection.App.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inspection.App.Pages.Console;

/// <summary>Every setting as it is in force, with its source. Settings are changed where the service is started.</summary>
[Authorize(Roles = $"{Role.Administrator},{Role.Auditor}")]
internal sealed class SettingsModel(SettingsList settings) : PageModel
{
    public IReadOnlyList<(string Section, IReadOnlyList<SettingView> Settings)> Sections { get; } = settings.Read();
}
