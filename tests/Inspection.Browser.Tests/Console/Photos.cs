namespace Inspection.Browser.Tests.Console;

/// <summary>A photo, as small as one can be.</summary>
internal static class Photos
{
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static Microsoft.Playwright.FilePayload Named(string name) => new() { Name = name, MimeType = "image/png", Buffer = Png };
}
