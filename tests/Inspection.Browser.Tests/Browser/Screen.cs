using Microsoft.Playwright;

namespace Inspection.Browser.Tests.Browser;

/// <summary>A window: a phone's, a tablet's or a desk's, in light or dark colours, somewhere in China.</summary>
/// <param name="Width">Its width, in CSS pixels.</param>
/// <param name="Colours">What its user prefers.</param>
internal sealed record Screen(int Width, ColorScheme Colours)
{
    private const int Height = 900;

    /// <summary>What a test opens where it does not depend on the window.</summary>
    public static readonly Screen Desk = new(1440, ColorScheme.Light);

    /// <summary>Every window that every page must look right in: the arguments of a theory.</summary>
    public static TheoryData<int, ColorScheme> All { get; } = new MatrixTheoryData<int, ColorScheme>(
        [360, 768, 1440], [ColorScheme.Light, ColorScheme.Dark]);

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
