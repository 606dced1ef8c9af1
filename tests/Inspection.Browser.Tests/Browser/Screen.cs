using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Browser;

/// <summary>A window: a phone's, a tablet's or a desk's, in light or dark colours, somewhere in China.</summary>
/// <param name="Width">Its width, in CSS pixels.</param>
/// <param name="Colours">What its user prefers.</param>
internal sealed record Screen(int Width, ColorScheme Colours)
{
    public const int Height = 900;

    /// <summary>What a test opens where it does not depend on the window.</summary>
    public static readonly Screen Desk = new(1440, ColorScheme.Light);

    /// <summary>The widths at which every page must look right, a phone's last.</summary>
    public static IReadOnlyList<int> Widths { get; } = [1440, 768, 360];

    /// <summary>Whether pages may run scripts.</summary>
    public bool Scripts { get; init; } = true;

    public BrowserNewContextOptions Options(Uri host) => new()
    {
        BaseURL = host.ToString(),
        ColorScheme = Colours,
        JavaScriptEnabled = Scripts,
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
    };
}
